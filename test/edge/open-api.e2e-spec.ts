import request from 'supertest';
import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

/** Those that play Twilio, the document itself, and the console's page. */
const UNDESCRIBED =
  /^\/(simulator\/(2010-04-01|v[12])\/|docs($|[/-])|console($|\/)|2010-04-01|v[12]|$)/;
const ANYTHING = '00000000-0000-4000-8000-000000000000';

interface Described {
  security?: object[];
  parameters?: { in: string; name: string }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}
interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  maxLength?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  oneOf?: Schema[];
}
interface Sent {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

withApp(
  'the OpenAPI document',
  { SIMULATOR: 'on', TWILIO_API_BASE: '', TWILIO_MESSAGING_API_BASE: '' },
  (app) => {
    const document = async () => (await app().admin('get', '/docs-json', undefined, null)).body;
    const described = async () =>
      Object.entries<Record<string, Described>>((await document()).paths).flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
      );
    const routes = () =>
      (app().express.router.stack as Layer[])
        .flatMap(({ route }) => (route ? [route] : []))
        .filter(({ path }) => typeof path === 'string' && !UNDESCRIBED.test(path))
        .flatMap(({ path, methods }) => Object.keys(methods).map((method) => [method, path]))
        .map(([method, path]) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);

    it('has each route of the app, and no other', async () => {
      const known = (await described()).map(({ method, path }) => `${method} ${path}`);
      expect(known.length).toBeGreaterThan(15);
      expect(known.sort()).toEqual(routes().sort());
    });

    it('says of each route whether it wants the token', async () => {
      for (const { path, method, operation } of await described()) {
        const call = request(app().express)[method as 'get'](path.replace(/\{\w+\}/g, ANYTHING));
        const { status } = await call;
        const wanted = operation.security?.some((scheme) => 'bearer' in scheme) ?? false;
        expect([method, path, status === 401]).toEqual([method, path, wanted]);
      }
    });

    it('bounds each text, list and number that is sent', async () => {
      const { paths, components } = await document();
      const unbounded: string[] = [];
      const look = (schema: Schema, where: string): void => {
        if (schema.$ref) return look(components.schemas[schema.$ref.split('/').at(-1)!], where);
        for (const one of [...(schema.allOf ?? []), ...(schema.oneOf ?? [])]) look(one, where);
        for (const [name, one] of Object.entries(schema.properties ?? {}))
          look(one, `${where}.${name}`);
        if (schema.items) look(schema.items, `${where}[]`);
        const free = !schema.enum && !schema.format && !schema.pattern;
        if (schema.type === 'string' && free && schema.maxLength === undefined)
          unbounded.push(where);
        if (schema.type === 'array' && schema.maxItems === undefined && !schema.uniqueItems)
          unbounded.push(`${where}[]`);
      };
      for (const [path, item] of Object.entries<Record<string, Sent>>(paths))
        for (const [method, { parameters = [], requestBody }] of Object.entries(item)) {
          // Twilio's forms are bounded as a whole: nothing that it signs is refused for what it holds.
          if (/^\/(simulator|api\/v1\/whatsapp\/(webhook|status)$)/.test(path)) continue;
          for (const { name, in: at, schema } of parameters)
            if (at !== 'header') look(schema, `${method} ${path} ${name}`);
          for (const { schema } of Object.values(requestBody?.content ?? {}))
            look(schema, `${method} ${path}`);
        }
      expect(unbounded).toEqual([]);
    });

    it('shows no phone but reserved ones', async () => {
      const text = JSON.stringify(await document());
      const phones = text.match(/\+[1-9]\d{6,14}(?!\d)/g) ?? [];
      // Twilio's magic numbers, its sandbox, and what numbering plans keep for fiction.
      const reserved = /^\+(1500555\d{4}|14155238886|1\d{3}55501\d\d|34600000000)$/;
      expect(phones.filter((one) => !reserved.test(one))).toEqual([]);
    });

    it('describes each answer: what it holds, errors as problems', async () => {
      for (const { path, method, operation } of await described()) {
        for (const [status, { content = {} }] of Object.entries(operation.responses)) {
          const kinds = Object.keys(content);
          const where = [method, path, status];
          if (Number(status) >= 400)
            expect([...where, ...kinds]).toEqual([...where, 'application/problem+json']);
          else expect([...where, kinds.length > 0]).toEqual([...where, status !== '204']);
        }
      }
    });

    it('names each parameter once, and says what a body may not have', async () => {
      for (const { path, method, operation } of await described()) {
        const names = (operation.parameters ?? []).map((one) =>
          `${one.in} ${one.name}`.toLowerCase(),
        );
        expect([method, path, names]).toEqual([method, path, [...new Set(names)]]);
      }
      const { schemas } = (await document()).components;
      for (const name of ['ChatRequest', 'NewDocument', 'BotConfigUpdate', 'InboundMessage'])
        expect([name, schemas[name]]).toMatchObject([name, { additionalProperties: false }]);
      expect(JSON.stringify(schemas)).not.toContain('"x-');
    });

    it('describes forms and files as such', async () => {
      const { paths } = await document();
      const kinds = (path: string) => Object.keys(paths[path].post.requestBody.content);
      for (const path of ['/api/v1/whatsapp/webhook', '/api/v1/whatsapp/status'])
        expect(kinds(path)).toEqual(['application/x-www-form-urlencoded']);
      const documents = kinds('/api/v1/knowledge/documents');
      expect(documents).toEqual(['application/json', 'multipart/form-data']);
    });
  },
  ['sqlite'],
);
