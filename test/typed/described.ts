import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
interface Answer {
  content?: Record<string, object>;
  headers?: Record<string, object>;
}

/** What an OpenAPI document says of answers; it remembers those that it was asked about. */
export class Described {
  /** What was answered that the document does not say. */
  readonly lies: string[] = [];
  /** Each answer that came: `GET /path/{id} 200`. */
  readonly seen = new Set<string>();
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly operations: { method: string; path: string; operation: Operation }[];

  constructor(document: OpenAPIObject) {
    formats.default(this.ajv);
    this.ajv.addSchema(closed(document), 'document');
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
  }

  /** Every success that a route behind the admin token may have. */
  get adminSuccesses(): string[] {
    return this.operations
      .filter(({ operation }) => operation.security?.length)
      .flatMap(({ method, path, operation }) =>
        Object.keys(operation.responses)
          .filter((status) => status.startsWith('2'))
          .map((status) => `${method} ${path} ${status}`),
      );
  }

  /** Throws when something was answered since the last time that the document does not say. */
  verify(): void {
    const lies = this.lies.splice(0);
    if (lies.length) throw new Error(lies.join('\n'));
  }

  /** Holds an answer against what is said of it. */
  async hold(method: string, url: string, response: Response): Promise<void> {
    const found = this.find(method, new URL(url).pathname);
    const where = `${method} ${found?.path ?? url} ${response.status}`;
    this.seen.add(where);
    const answer = found?.operation.responses[response.status] as Answer | undefined;
    const body = await response.text();
    const wrong = answer
      ? [...missing(answer, response.headers), ...this.misfits(found!, answer, response, body)]
      : ['no such answer is described'];
    this.lies.push(...wrong.map((what) => `${where}: ${what}`));
  }

  /** A path without parameters goes before one with them. */
  private find(method: string, address: string) {
    const fits = this.operations.filter(
      (one) => one.method === method && matcher(one.path).test(address),
    );
    return fits.find(({ path }) => path === address) ?? fits[0];
  }

  private misfits(
    { method, path }: { method: string; path: string },
    { content = {} }: Answer,
    { status, headers }: Response,
    body: string,
  ): string[] {
    const kind = headers.get('content-type')?.split(';')[0] ?? '';
    if (!Object.keys(content).length) return body || kind ? ['it has a body'] : [];
    if (!content[kind]) return [`its type is ${kind || 'none'}`];
    const steps = ['paths', path, method.toLowerCase(), 'responses', status, 'content', kind];
    const $ref = `document#/${[...steps, 'schema'].map(pointer).join('/')}`;
    const check = this.ajv.compile({ $ref });
    if (check(kind.endsWith('json') ? JSON.parse(body) : body)) return [];
    return check.errors!.map(({ instancePath, message, params }) =>
      [instancePath || 'the body', message, JSON.stringify(params)].join(' '),
    );
  }
}

function missing({ headers = {} }: Answer, sent: Headers): string[] {
  return Object.keys(headers).flatMap((name) => (sent.has(name) ? [] : [`no ${name}`]));
}

const matcher = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

/** A step of a JSON pointer, in a URL. */
const pointer = (step: string | number) =>
  encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'));

/** No answer may have a field that isn't described. */
function closed<T>(document: T): T {
  return JSON.parse(JSON.stringify(document), (_, value) =>
    value?.type === 'object' && value.properties
      ? { additionalProperties: false, ...value }
      : value,
  );
}
