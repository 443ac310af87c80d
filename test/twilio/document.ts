import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import formats from 'ajv-formats';

type Method = 'get' | 'post' | 'delete';
interface Media {
  schema?: object;
}
interface Parameter {
  name: string;
  in: 'path' | 'query';
  examples?: Record<string, { value: string }>;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}
interface OpenApi {
  paths: Record<string, Record<Method, Operation>>;
  components: { schemas: Record<string, object> };
}

const FORM = 'application/x-www-form-urlencoded';

/** We tell nobody the auth token, not even who has it. */
const LEFT_OUT = ['auth_token'];

/** Formats that Twilio names itself. Its addresses are relative, and its numbers have channels. */
const FORMATS: Record<string, RegExp | true> = {
  'date-time-rfc-2822': /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/,
  'phone-number': /^((whatsapp:)?\+\d{6,15}|whatsapp:[A-Z]{2}\.\w+)$/,
  'uri-map': true,
  currency: /^[A-Z]{3}$/i,
  uri: /^(https?:\/\/\S+|\/[!-~]*)$/,
};

/** A document of Twilio's: which forms it takes, and what it answers. */
export class TwilioDocument {
  private readonly document: OpenApi;
  private readonly ajv = new Ajv({ strict: false, allErrors: true });

  constructor(name: string) {
    const text = readFileSync(join(process.env.TWILIO_DOCUMENTS!, name), 'utf8');
    this.document = JSON.parse(text) as OpenApi;
    formats.default(this.ajv);
    for (const [name, format] of Object.entries(FORMATS)) this.ajv.addFormat(name, format);
    this.ajv.addSchema({ components: whole(this.document.components) } as AnySchema, 'document');
  }

  /**
   * What an answer has that the document doesn't say, or lacks that it says. Twilio gives every
   * property, though its document requires none.
   */
  misfits(method: Method, path: string, status: number, body: unknown): string[] {
    const answer = this.operation(method, path).responses[status];
    if (!answer) return [`no answer ${status} is described`];
    const schema = answer.content?.['application/json']?.schema;
    return schema ? this.check(whole(schema), body) : body === '' ? [] : ['no body is described'];
  }

  /** What a form has that the document doesn't take. */
  misfitsOfForm(path: string, form: object): string[] {
    const { schema } = this.operation('post', path).requestBody!.content[FORM];
    return this.check({ ...schema, additionalProperties: false }, form);
  }

  /** The queries that the document gives as examples. */
  exampleQueries(path: string): [name: string, query: Record<string, string>][] {
    const found: Record<string, Record<string, string>> = {};
    for (const { name, examples = {} } of this.operation('get', path).parameters!) {
      for (const [of, { value }] of Object.entries(examples)) (found[of] ??= {})[name] = value;
    }
    return Object.entries(found);
  }

  queryNames(path: string): string[] {
    const { parameters } = this.operation('get', path);
    return parameters!.filter((each) => each.in === 'query').map(({ name }) => name);
  }

  private operation(method: Method, path: string): Operation {
    const found = this.document.paths[path]?.[method];
    if (found) return found;
    throw new Error(`Twilio has no ${method} ${path}`);
  }

  private check(schema: object, value: unknown): string[] {
    const check = this.ajv.compile(JSON.parse(JSON.stringify(schema, inDocument)) as AnySchema);
    if (check(value)) return [];
    return check.errors!.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** Every object has all its properties, and no other. */
function whole<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema), (_, value) => {
    if (value?.type !== 'object' || !value.properties) return value;
    const required = Object.keys(value.properties).filter((name) => !LEFT_OUT.includes(name));
    return { ...value, required, additionalProperties: false };
  }) as T;
}

function inDocument(key: string, value: unknown): unknown {
  return key === '$ref' && typeof value === 'string' ? value.replace(/^#/, 'document#') : value;
}

/** A form as it is sent: a list is a repeated field, which the document leaves unsaid. */
export function encoded(form: object): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, String(each)]),
  );
  return new URLSearchParams(pairs).toString();
}
