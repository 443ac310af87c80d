/** As much of the OpenAPI document as the walk over all routes reads. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  enum?: string[];
  format?: string;
  nullable?: boolean;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  example?: unknown;
}
interface Parameter {
  name: string;
  in: string;
  schema: Schema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}
/** A route of the API: its JSON body where it takes one. */
export interface Route {
  method: string;
  path: string;
  parameters: Parameter[];
  body?: Schema;
}

const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];

export function routesOf({ paths, components }: Document): Route[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody }]) => {
      const json = requestBody?.content['application/json']?.schema;
      const body = json?.$ref ? components.schemas[json.$ref.split('/').at(-1)!] : json;
      return { method: method.toUpperCase(), path, parameters, body };
    }),
  );
}

/** Methods that a path doesn't have. */
export function missingMethods(document: Document, path: string): string[] {
  const known = Object.keys(document.paths[path]).map((method) => method.toUpperCase());
  return METHODS.filter((method) => !known.includes(method));
}

/** Values that a property of a body must refuse. */
export function wrongValues({
  type,
  enum: known,
  nullable,
  maxLength,
  ...range
}: Schema): unknown[] {
  const wrong: unknown[] = [[[]], [1]];
  if (type !== 'boolean') wrong.push(true);
  if (!type || type === 'array' || type === 'object') wrong.push('x', 1);
  else wrong.push({}, { $gt: '' });
  if (known || type === 'string') wrong.push(1, ['x']);
  if (known) wrong.push('x', '__proto__', nullable ? 0 : '');
  if (type === 'string' && maxLength) wrong.push('x'.repeat(maxLength + 1));
  if (type === 'integer') wrong.push('1', 1.5, -1, 1e300, [1]);
  if (range.minimum !== undefined) wrong.push(range.minimum - 1);
  if (range.maximum !== undefined) wrong.push(range.maximum + 1);
  return wrong;
}

/** A value that fits, so that only the one beside it is wrong. */
export function rightValue({ type, enum: known, format, minimum, example }: Schema): unknown {
  if (example !== undefined) return example;
  if (known) return known[0];
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  return { integer: minimum ?? 1, number: 1, boolean: true, object: {}, array: [] }[type!] ?? 'x';
}
