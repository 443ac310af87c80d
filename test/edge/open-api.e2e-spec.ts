import request from 'supertest';
import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

/** Those that play Twilio, the document itself, and the console's page. */
const UNDESCRIBED = /^\/(simulator\/(2010-04-01|v2)\/|docs($|[/-])|console($|\/)|2010-04-01|v2|$)/;
const ANYTHING = '00000000-0000-4000-8000-000000000000';

interface Described {
  security?: object[];
  parameters?: { in: string; name: string }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
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
