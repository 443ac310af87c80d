import type { Request } from 'express';

interface Route {
  path: string | string[];
  methods: Record<string, boolean>;
}

/** As much of Express's router as is read here. */
interface Layer {
  route?: Route;
  match(path: string): unknown;
}

/**
 * The app's routes at a request's path, whatever their methods. It walks them all once more: for
 * requests that no route took.
 */
function routesAt(request: Request): Route[] {
  return layers(request).flatMap((one) => (one.route && fits(one, request.path) ? one.route : []));
}

/** What fits and can't be decoded fits, too. */
function fits(layer: Layer, path: string): boolean {
  try {
    return !!layer.match(path);
  } catch {
    return true;
  }
}

function layers({ app }: Request): Layer[] {
  return app.router.stack as unknown as Layer[];
}

/** The methods that are answered at a request's path; none where no route is. */
export function methodsAt(request: Request): string[] {
  const methods = routesAt(request).flatMap((one) => Object.keys(one.methods));
  return [...new Set(methods)].map((method) => method.toUpperCase()).sort();
}

/** The template of the route that a request would have got to; undefined where no route is. */
export function templateAt(request: Request): string | undefined {
  const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase();
  const there = routesAt(request);
  const meant = there.find(({ methods }) => methods[method]) ?? there[0];
  return meant && [meant.path].flat()[0];
}

/** The first steps of the paths of all routes: `api`, `docs`, `health`. */
export function rootsOf(request: Request): Set<string> {
  const paths = layers(request).flatMap(({ route }) => route?.path ?? []);
  return new Set(paths.map(firstStep));
}

/** In small letters, as Express compares them. */
export function firstStep(path: string): string {
  return /^\/([^/?]*)/.exec(path)?.[1].toLowerCase() ?? '';
}
