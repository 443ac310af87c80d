import type { OpenAPIObject } from '@nestjs/swagger';
import { TOKEN_ONLY } from './admin/admin.guard.js';
import { SCOPE } from './admin/scope.js';
import { ANY_QUERY } from './edge/known-query.guard.js';
import { problemContent } from './problems/problem.response.js';
import { EXACTLY } from './validation.js';
import { MESSAGE_NAME } from './message-id.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];
type ResponseObject = { description: string; headers?: object };

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
const REQUEST_ID = {
  'X-Request-Id': {
    description: "Names this request in the log; the caller's own if it is sane.",
    schema: { type: 'string' as const },
  },
};

/** The console's cookie, by the name that Nest gives its scheme. */
const BY_COOKIE = { cookie: [] };

/** Names the form in which a route takes files, besides JSON: Nest describes one body only. */
export const MULTIPART = 'x-multipart';

/**
 * Adds to each operation the errors that follow from its shape, so that no route has to repeat
 * them, and the header that every answer has.
 */
export function withProblems(document: OpenAPIObject): OpenAPIObject {
  const schemas = document.components?.schemas ?? {};
  for (const schema of Object.values(schemas)) nullablesInPlace(schema, schemas);
  // Nobody refers to those any more.
  const described = JSON.stringify(document);
  for (const name of Object.keys(schemas))
    if (!described.includes(`"#/components/schemas/${name}"`)) delete schemas[name];
  for (const schema of Object.values(schemas)) precise(schema);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) complete(operation, path);
    }
  }
  return document;
}

/**
 * OpenAPI 3.0 knows no reference that may be null: such an object is described where it stands, as
 * its class describes it.
 */
function nullablesInPlace(schema: Record<string, any>, schemas: Record<string, any>): void {
  for (const property of Object.values<Record<string, any>>(schema.properties ?? {})) {
    const [{ $ref }, ...more] = property.allOf ?? [{}];
    if (!property.nullable || !$ref || more.length) continue;
    const named = structuredClone(schemas[$ref.split('/').at(-1)]);
    delete property.allOf;
    Object.assign(property, { ...named, ...property });
    nullablesInPlace(property, schemas);
  }
}

/**
 * What Nest leaves out: null is a value of an enumeration like any other, and fields that a
 * request's class doesn't know are refused.
 */
function precise(schema: Record<string, any>): void {
  if (schema[EXACTLY]) schema.additionalProperties = false;
  delete schema[EXACTLY];
  if (schema.nullable && schema.enum && !schema.enum.includes(null))
    schema.enum = [...schema.enum, null];
  for (const property of Object.values<object>(schema.properties ?? {})) precise(property);
}

function complete(operation: Operation, path: string): void {
  operation.responses = responsesOf(operation, path);
  // Said, not left open: whoever calls it needs no token.
  operation.security ??= [];
  // Where the token is taken, the console's cookie is, too.
  if (operation.security.length && !(TOKEN_ONLY in operation))
    operation.security = [...operation.security, BY_COOKIE];
  const { [MULTIPART]: $ref, requestBody } = operation as Record<string, any>;
  if ($ref) requestBody.content['multipart/form-data'] = { schema: { $ref } };
  for (const mark of [MULTIPART, ANY_QUERY, TOKEN_ONLY])
    delete (operation as Record<string, any>)[mark];
  for (const parameter of operation.parameters ?? []) {
    const { in: where, name, schema } = parameter as Record<string, any>;
    if (where === 'path' && name === 'id' && !schema.pattern) schema.format ??= 'uuid';
    if (where === 'path' && name === 'sid') schema.pattern ??= MESSAGE_NAME.source;
  }
}

function responsesOf(operation: Operation, path: string): Responses {
  const all: Responses = { ...common(operation, path), ...operation.responses };
  const named = Object.entries(all).map(([status, response]) => [
    status,
    { ...response, headers: { ...(response as ResponseObject).headers, ...REQUEST_ID } },
  ]);
  return Object.fromEntries(named) as Responses;
}

function common(operation: Operation, path: string): Responses {
  const { parameters, requestBody, security } = operation;
  const strict = security?.length && !(ANY_QUERY in operation);
  const problems: [string, string, unknown][] = [
    ['400', 'It has a query field that is not known here.', strict],
    ['400', 'Something in it cannot be used; `errors` names each field.', parameters?.length],
    ['400', 'Something in it cannot be used; `errors` names each field.', requestBody],
    ['401', "The token is missing or wrong, and so is the console's cookie.", security?.length],
    [
      '403',
      "The token's scope is below the one in `x-scope`.",
      security?.length && wantsMore(operation),
    ],
    ['404', 'There is nothing of this id.', path.includes('{')],
    ['429', 'Too many wrong tokens came from this address.', security?.length],
    ['413', 'The body is too large; `detail` says what it may have.', requestBody],
    ['415', 'The body is of a kind that is not taken here.', requestBody],
    ['431', 'The address and the headers may have 16 KiB at most.', true],
    ['503', 'The store cannot be reached or written now. Try again.', path.startsWith('/api/')],
  ];
  const occurring = problems.filter(([, , occurs]) => occurs);
  return Object.fromEntries(
    occurring.map(([status, description]) => [status, { description, content: problemContent }]),
  );
}

function wantsMore(operation: Operation): boolean {
  return (operation as Record<string, any>)[SCOPE] !== 'read';
}
