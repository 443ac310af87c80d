import { METHODS } from 'node:http';
import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, MODULE_PATH, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { match } from 'path-to-regexp';

/** What is answered at an address: its template as controllers write it, `/things/:id`. */
interface Route {
  template: string;
  methods: readonly string[];
  fits(path: string): unknown;
}

type Controller = ReturnType<DiscoveryService['getControllers']>[number];

/**
 * All routes of an app, read once from what its controllers are decorated with. It knows neither
 * versions nor a global prefix: the app has none.
 */
export class Routes {
  private readonly known: Route[];
  /** The first steps of the paths of all routes, in small letters: `api`, `docs`, `health`. */
  readonly roots: ReadonlySet<string>;

  /** @param others templates that a library serves by GET, without a controller */
  constructor(
    private readonly modules: ModulesContainer,
    others: readonly string[] = [],
  ) {
    const controllers = new DiscoveryService(modules).getControllers();
    const served = controllers.flatMap((one) => this.routesOf(one));
    this.known = [...served, ...others.map((template) => route(template, ['GET']))];
    this.roots = new Set(this.known.map(({ template }) => firstStep(template)));
  }

  static of(app: INestApplicationContext, others?: readonly string[]): Routes {
    return new Routes(app.get(ModulesContainer), others);
  }

  /** The methods that are answered at a path, in order of the alphabet; none where no route is. */
  methodsAt(path: string): string[] {
    return [...new Set(this.at(path).flatMap(({ methods }) => methods))].sort();
  }

  /** The template of the route that a request would have got to; undefined where no route is. */
  templateAt({ method, path }: { method: string; path: string }): string | undefined {
    const meant = method === 'HEAD' ? 'GET' : method;
    const there = this.at(path);
    return (there.find(({ methods }) => methods.includes(meant)) ?? there[0])?.template;
  }

  private at(path: string): Route[] {
    return this.known.filter((one) => one.fits(path));
  }

  private routesOf({ metatype, host }: Controller): Route[] {
    const { prototype } = metatype as { prototype: Record<string, object> };
    const { applicationId } = this.modules;
    const base = host && Reflect.getMetadata(MODULE_PATH + applicationId, host.metatype);
    const above = [base, Reflect.getMetadata(PATH_METADATA, metatype!)] as string[];
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const path = Reflect.getMetadata(PATH_METADATA, prototype[name]) as string | undefined;
      if (path === undefined) return [];
      const method = Reflect.getMetadata(METHOD_METADATA, prototype[name]) as RequestMethod;
      return route(joined(...above, path), namesOf(method));
    });
  }
}

/** The first step of a path, in small letters, as Express compares them. */
export function firstStep(path: string): string {
  return /^\/([^/?]*)/.exec(path)?.[1].toLowerCase() ?? '';
}

/** What fits and can't be decoded fits, too: whoever serves it says so. */
function route(template: string, methods: readonly string[]): Route {
  return { template, methods, fits: match(template, { decode: false }) };
}

function namesOf(method: RequestMethod): readonly string[] {
  return method === RequestMethod.ALL ? METHODS : [RequestMethod[method]];
}

function joined(...paths: (string | undefined)[]): string {
  const steps = paths.flatMap((path) => path?.split('/') ?? []);
  return `/${steps.filter(Boolean).join('/')}`;
}
