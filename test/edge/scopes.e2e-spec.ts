import { beforeAll, expect, it } from 'vitest';
import { SCOPES, type Scope } from '../../src/http/admin/scope.js';
import { withApp } from '../support/app.js';

const ANYTHING = '00000000-0000-4000-8000-000000000000';
type Method = 'get' | 'post' | 'put' | 'delete';
interface Operation {
  'x-scope'?: Scope;
  security: object[];
}
interface Described {
  method: Method;
  path: string;
  operation: Operation;
}

withApp(
  'scopes',
  { SIMULATOR: 'on', TWILIO_API_BASE: '', TWILIO_MESSAGING_API_BASE: '' },
  (app) => {
    const tokens = {} as Record<Scope, string>;
    let guarded: Described[];

    beforeAll(async () => {
      for (const scope of SCOPES) {
        const wanted = { name: `a ${scope} token`, scope };
        const { body } = await app().admin('post', '/api/v1/tokens', wanted).expect(201);
        tokens[scope] = body.token as string;
      }
      const { body } = await app().admin('get', '/docs-json', undefined, null).expect(200);
      const paths = Object.entries<Record<string, Operation>>(body.paths);
      const all = paths.flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => {
          return { method: method as Method, path: path.replace(/\{\w+\}/g, ANYTHING), operation };
        }),
      );
      guarded = all.filter(({ operation }) => operation.security.length);
    });

    const ask = ({ method, path }: Described, scope: Scope) =>
      app().admin(method, path, undefined, tokens[scope]);
    const below = (scope: Scope) => SCOPES.slice(0, SCOPES.indexOf(scope));

    it('stand in the document at every route behind the guard', () => {
      expect(guarded.length).toBeGreaterThan(60);
      const without = guarded.filter(({ operation }) => !operation['x-scope']);
      expect(without).toEqual([]);
    });

    it('refuse who has less, at each route', async () => {
      for (const one of guarded) {
        for (const scope of below(one.operation['x-scope']!)) {
          const { status, body } = await ask(one, scope);
          expect([one.method, one.path, scope, status]).toEqual([one.method, one.path, scope, 403]);
          expect(body.detail).toContain(`a ${scope} token has ${scope}`);
        }
      }
    });

    it('let in who has enough, to what is only looked at', async () => {
      const looks = guarded.filter(
        ({ method, path }) => method === 'get' && !/events$|send-test$/.test(path),
      );
      for (const one of looks) {
        const { status } = await ask(one, one.operation['x-scope']!);
        expect([one.path, [401, 403, 429].includes(status)]).toEqual([one.path, false]);
      }
    });
  },
  ['sqlite'],
);
