import { beforeAll, expect, it } from 'vitest';
import { ADMIN_TOKEN, withApp } from '../support/app.js';
import { type Answer, ask, expectProblem, type Question } from './ask.js';
import {
  type Document,
  missingMethods,
  rightValue,
  type Route,
  routesOf,
  type Schema,
  wrongValues,
} from './described.js';
import {
  BAD_CURSORS,
  BAD_IDS,
  BAD_LIMITS,
  UNKNOWN_QUERIES,
  WRONG_BODIES,
  WRONG_FILES,
} from './admin-api.rows.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const DOCUMENTS = '/api/v1/knowledge/documents';
const JSON_BODY = { 'Content-Type': 'application/json' };
const SIMULATED = { SIMULATOR: 'on', TWILIO_API_BASE: '', TWILIO_MESSAGING_API_BASE: '' };

// It is refused before a store is asked: one of them is enough.
withApp(
  'every route of the API',
  SIMULATED,
  (app) => {
    let document: Document;
    let routes: Route[];
    beforeAll(async () => {
      document = (await app().admin('get', '/docs-json', undefined, null)).body;
      routes = routesOf(document).filter(({ path }) => !/whatsapp\/(webhook|status)$/.test(path));
    });

    const request = ({ path, headers, ...question }: Question): Promise<Answer> =>
      ask(app().publicUrl, {
        ...question,
        path: path.replace(/\{s?id\}/, path.includes('/lines/') ? '%2B15005550006' : NOBODY),
        headers: { Authorization: `Bearer ${ADMIN_TOKEN}`, ...headers },
      });
    const post = ({ method, path }: Route, body: string | Buffer, headers = JSON_BODY as object) =>
      request({ method, path, body, headers: { ...headers } });
    const withBody = () => routes.filter((route) => route.body);
    const withParameter = (name: string) =>
      routes.filter(({ parameters }) => parameters.some((one) => one.name === name));

    it.each(BAD_IDS)('refuses an id like %s', async (_, id) => {
      const known = routes.filter(({ path }) => path.includes('{id}'));
      expect(known.length).toBeGreaterThan(8);
      for (const { method, path } of known) {
        const asked = { method, path: path.replace('{id}', id) };
        const field = id.startsWith('%zz') ? undefined : 'id';
        expectProblem(await request(asked), [400], [method, path, id], field);
      }
    });

    it.each(BAD_LIMITS)('refuses ?limit=%s', async (limit) => {
      const known = withParameter('limit');
      expect(known.length).toBeGreaterThan(3);
      for (const { method, path } of known) {
        const answer = await request({ method, path: `${path}?limit=${limit}` });
        expectProblem(answer, [400], [path, limit], 'limit');
      }
    });

    it.each(UNKNOWN_QUERIES)('refuses ?%s', async (query, field) => {
      const strict = routes.filter(({ path }) => !/^\/(health|metrics)/.test(path));
      expect(strict.length).toBeGreaterThan(20);
      for (const { method, path } of strict) {
        const answer = await request({ method, path: `${path}?${query}` });
        expectProblem(answer, [400], [method, path, query]);
        const { errors } = JSON.parse(answer.text);
        expect(errors).toContainEqual({ field, message: 'is not a field of this request' });
      }
    });

    it('takes any query of who only watches', async () => {
      for (const path of ['/health/live', '/health/ready', '/metrics'])
        expect((await request({ method: 'GET', path: `${path}?novelty=1` })).status).toBe(200);
    });

    it.each(BAD_CURSORS)('refuses ?cursor=%s', async (cursor) => {
      for (const { method, path } of withParameter('cursor').filter(KNOWN)) {
        const answer = await request({ method, path: `${path}?cursor=${cursor}` });
        expectProblem(answer, [400], [path, cursor], 'cursor');
      }
    });

    it('refuses what is none of a parameter’s values', async () => {
      const some = routes.flatMap((route) =>
        route.parameters.filter(({ schema }) => schema.enum).map((one) => ({ ...route, one })),
      );
      expect(some.length).toBeGreaterThan(1);
      for (const { method, path, one } of some)
        for (const value of [
          '',
          'x',
          'toString',
          '1',
          '%00',
          `${one.schema.enum![0]}&${one.name}=x`,
        ]) {
          const answer = await request({ method, path: `${path}?${one.name}=${value}` });
          expectProblem(answer, [400], [path, one.name, value], one.name);
        }
    });

    it.each(WRONG_BODIES)('refuses a body of %s', async (_, statuses, body, headers) => {
      expect(withBody().length).toBeGreaterThan(5);
      for (const route of withBody())
        expectProblem(await post(route, body, headers), statuses, [route.method, route.path]);
    });

    it('refuses each field of each body in every wrong form, naming it', async () => {
      for (const route of withBody())
        for (const [name, schema] of Object.entries(route.body!.properties!))
          for (const wrong of wrongValues(schema)) {
            const right = Object.entries(route.body!.properties!).map(([key, one]) => [
              key,
              rightValue(one),
            ]);
            const body = JSON.stringify({ ...Object.fromEntries(right), [name]: wrong });
            const answer = await post(route, body);
            expectProblem(answer, [400], [route.path, name, wrong], name);
            const type = route.path.startsWith('/api/') && typeToName(schema, wrong);
            const said = JSON.parse(answer.text).errors;
            if (type) expect(said).toContainEqual({ field: name, message: type });
          }
    });

    it('refuses a body without a field that it needs, naming it', async () => {
      for (const route of withBody())
        for (const name of route.body!.required ?? []) {
          const isNull = route.body!.properties![name].nullable ? [] : [{ [name]: null }];
          for (const body of [{}, ...isNull])
            expectProblem(await post(route, JSON.stringify(body)), [400], [route.path, name], name);
        }
    });

    it('has no other methods', async () => {
      for (const path of Object.keys(document.paths)) {
        const known = Object.keys(document.paths[path]).map((method) => method.toUpperCase());
        for (const method of [...missingMethods(document, path), 'PROPFIND', 'TRACE']) {
          const answer = await request({ method, path });
          expectProblem(answer, [405], [method, path]);
          expect([path, answer.headers.allow]).toEqual([path, known.sort().join(', ')]);
        }
        const { status } = await request({ method: 'OPTIONS', path });
        expect([path, status]).toEqual([path, expect.toBeOneOf([200, 204, 404, 405])]);
      }
    });

    it.each(WRONG_FILES)('refuses an upload with %s', async (_, statuses, parts) => {
      const body = parts
        .map((part) => `--x\r\nContent-Disposition: form-data; ${part}\r\n`)
        .join('');
      const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
      const asked = { method: 'POST', path: DOCUMENTS, headers, body: `${body}--x--\r\n` };
      const answer = await request(asked);
      expectProblem(answer, statuses, parts);
      const { errors } = JSON.parse(answer.text);
      if (answer.status === 400) expect(errors).toEqual([NAMED]);
    });
  },
  ['sqlite'],
);

const NAMED = { field: expect.any(String), message: expect.stringMatching(/^[a-z]/) };

/** A list of a conversation that isn't there is 404 whatever the cursor. */
const KNOWN = ({ path }: Route) => !path.includes('{id}');

/** What must be said of a value of another type; undefined where it is of the right one. */
function typeToName({ type, enum: known, format }: Schema, value: unknown) {
  if (known || format) return undefined;
  if (type === 'integer' && typeof value !== 'number')
    return expect.stringMatching(/^must be a whole number/);
  const isOther = type === 'string' && typeof value !== 'string';
  return isOther ? expect.stringMatching(/^must be a text/) : undefined;
}
