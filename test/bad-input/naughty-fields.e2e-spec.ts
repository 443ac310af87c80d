import { beforeAll, expect, it } from 'vitest';
import { ADMIN_TOKEN, withApp } from '../support/app.js';
import { NAUGHTY } from '../support/naughty.js';
import { ask, expectProblem } from './ask.js';
import { type Document, rightValue, type Route, routesOf, type Schema } from './described.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Nobody answers there: what is tried of Twilio fails at once. */
const NOWHERE = 'http://127.0.0.1:9';
const SIMULATED = {
  SIMULATOR: 'on',
  TWILIO_API_BASE: NOWHERE,
  TWILIO_MESSAGING_API_BASE: NOWHERE,
};
/** Texts of a field that are sent at most; each field begins elsewhere in the list. */
const MOST_TEXTS = 12;
/** The whole list joined is so long, where a field takes all of it. */
const LONGEST = 4000;

/** The list joined into as few texts as fit, from another string on for each field. */
function textsFor(maxLength: number, nth: number): string[] {
  const texts: string[] = [];
  let text = '';
  for (let n = 0; n < NAUGHTY.length && texts.length < MOST_TEXTS; n++) {
    const one = NAUGHTY[(n + nth * 37) % NAUGHTY.length];
    if (text && text.length + one.length >= maxLength) {
      texts.push(text);
      text = '';
    }
    text = text ? `${text}\n${one}` : one;
  }
  return [...texts, text];
}

/** The places of a body where a text may stand, and a body with another text there. */
function textsIn(
  schema: Schema & { items?: Schema },
  named: (one: Schema) => Schema,
  depth = 0,
): ((text: string) => unknown)[] {
  const { type, enum: known, properties, items } = named(schema) as typeof schema;
  if (depth > 4) return [];
  if (type === 'string' && !known) return [(text) => text];
  if (items) return textsIn(items, named, depth + 1).map((with_) => (text) => [with_(text)]);
  return Object.entries(properties ?? {}).flatMap(([name, one]) => {
    const others = Object.entries(properties!).map(([key, other]) => [
      key,
      rightValue(named(other)),
    ]);
    return textsIn(one, named, depth + 1).map((with_) => (text: string) => {
      return { ...Object.fromEntries(others), [name]: with_(text) };
    });
  });
}

const lengthOf = ({ maxLength = LONGEST }: Schema) => Math.min(maxLength, LONGEST);

withApp('naughty strings', SIMULATED, (app) => {
  let document: Document;
  let routes: Route[];
  beforeAll(async () => {
    document = (await app().admin('get', '/docs-json', undefined, null)).body;
    // Not those that play Twilio and its people.
    routes = routesOf(document).filter(({ path }) => !/^\/simulator|(webhook|status)$/.test(path));
  });

  const named = (one: Schema): Schema => {
    const $ref = one.$ref ?? one.allOf?.[0].$ref;
    return $ref ? document.components.schemas[$ref.split('/').at(-1)!] : one;
  };

  const send = async (method: string, path: string, body?: string) => {
    const headers = {
      Authorization: `Bearer ${ADMIN_TOKEN}`,
      ...(body && { 'Content-Type': 'application/json' }),
    };
    const answer = await ask(app().publicUrl, { method, path, headers, body });
    const where = [method, path.slice(0, 100), body?.slice(0, 200)];
    expect([where, answer.status, answer.status < 500]).toEqual([where, answer.status, true]);
    if (answer.status >= 400) expectProblem(answer, [answer.status], where);
  };

  it('stand in each text of each body, and break nothing', async () => {
    let fields = 0;
    for (const { method, path, body } of routes) {
      const places = body ? textsIn(body, named) : [];
      for (const with_ of places) {
        const texts = textsFor(1000, fields++);
        // A short field refuses all of those by their length: it gets single strings, too.
        const single = NAUGHTY.slice((fields * 41) % 400).slice(0, 8);
        for (const text of [...texts.slice(0, 3), ...single])
          await send(method, path.replace(/\{\w+\}/, NOBODY), JSON.stringify(with_(text)));
      }
    }
    expect(fields).toBeGreaterThan(40);
  });

  it('stand in each text of each query and path, and break nothing', async () => {
    let fields = 0;
    for (const { method, path, parameters } of routes.filter((one) => one.method === 'GET')) {
      for (const { name, in: where, schema } of parameters) {
        if (where === 'header' || named(schema).type !== 'string') continue;
        for (const text of textsFor(Math.min(lengthOf(schema), 200), fields++)) {
          const value = encodeURIComponent(text.toWellFormed());
          const asked =
            where === 'path' ? path.replace(`{${name}}`, value) : `${path}?${name}=${value}`;
          if (path.endsWith('/events')) continue;
          await send(method, asked.replace(/\{\w+\}/, NOBODY));
        }
      }
    }
    expect(fields).toBeGreaterThan(10);
  });
});
