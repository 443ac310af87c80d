import { expect, it } from 'vitest';
import { Described } from './described.js';

const thing = {
  type: 'object',
  required: ['id', 'kind'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    kind: { type: 'string', nullable: true, enum: ['a', 'b'] },
  },
};
const operation = {
  security: [{ bearer: [] }],
  responses: {
    200: {
      headers: { 'X-Request-Id': {} },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
    },
    204: {},
  },
};
const document = {
  openapi: '3.0.0',
  paths: { '/things/{id}': { get: operation }, '/things/open': { get: { responses: {} } } },
  components: { schemas: { Thing: thing } },
};
const ID = '00000000-0000-4000-8000-000000000000';
const url = `http://localhost/things/${ID}`;

function answer(body: unknown, init: ResponseInit = {}): Response {
  const headers = { 'X-Request-Id': 'x', 'Content-Type': 'application/json; charset=utf-8' };
  return new Response(JSON.stringify(body), { headers, ...init });
}

it.each([
  ['nothing is wrong', answer({ id: ID, kind: 'a' }), null],
  ['another status', answer({ id: ID, kind: 'a' }, { status: 202 }), /202: no such answer/],
  ['another kind', new Response('x', { headers: { 'X-Request-Id': 'x' } }), /type is text\/plain/],
  ['no header', answer({ id: ID, kind: 'a' }, { headers: {} }), /no X-Request-Id/],
  ['a field less', answer({ id: ID }), /required property 'kind'/],
  ['a field more', answer({ id: ID, kind: 'a', age: 1 }), /additional properties.*"age"/],
  ['another form', answer({ id: 'me', kind: 'a' }), /\/id must match format "uuid"/],
  [
    'null that no enumeration has',
    answer({ id: ID, kind: null }),
    /\/kind must be equal to one of/,
  ],
])('sees what is not as described: %s', async (_, response, lie) => {
  const described = new Described(document as never);
  await described.hold('GET', url, response);
  if (lie) expect(described.lies.join()).toMatch(lie);
  else expect(described.lies).toEqual([]);
});

it('knows which successes there are, and which were seen', async () => {
  const described = new Described(document as never);
  await described.hold('GET', `${url}?limit=1`, answer({ id: ID, kind: 'b' }));
  expect(described.adminSuccesses).toEqual(['GET /things/{id} 200', 'GET /things/{id} 204']);
  expect([...described.seen]).toEqual(['GET /things/{id} 200']);
  await described.hold('GET', 'http://localhost/things/open', new Response('x'));
  expect(described.lies).toEqual(['GET /things/open 200: no such answer is described']);
});
