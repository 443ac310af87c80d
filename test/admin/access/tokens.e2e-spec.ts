import { expect, it } from 'vitest';
import { aCode, Visitor } from '../../console/visitor.js';
import { ADMIN_TOKEN, type TestApp, withApp } from '../../support/app.js';

const TOKENS = '/api/v1/tokens';
let made = 0;

/** A new named token. */
async function aToken(app: TestApp, scope: string, more: object = {}) {
  const wanted = { name: `token ${++made}`, scope, ...more };
  const { body } = await app.admin('post', TOKENS, wanted).expect(201);
  return body as { id: string; name: string; token: string };
}

withApp('named tokens', { TRUSTED_PROXIES: '127.0.0.1' }, (app) => {
  it('are shown once, listed without the token, and tell when they were used', async () => {
    const { id, name, token } = await aToken(app(), 'read', { expires_in_days: 2 });
    expect(token).toMatch(/^recado_[\w-]{43}$/);
    const listed = async () => {
      const { body } = await app().admin('get', TOKENS).expect(200);
      expect(JSON.stringify(body)).not.toContain(token);
      return body.items.find((one: { id: string }) => one.id === id);
    };
    const fresh = { id, name, scope: 'read', created_by: 'ADMIN_TOKEN', last_used_at: null };
    const first = await listed();
    expect(first).toMatchObject(fresh);
    const days = (Date.parse(first.expires_at) - Date.parse(first.created_at)) / 86_400_000;
    expect(days).toBeCloseTo(2, 3);
    await app().admin('get', '/api/v1/failures', undefined, token).expect(200);
    await expect.poll(async () => (await listed()).last_used_at).toBeTruthy();
  });

  it('have each name once, and no name of the first token', async () => {
    const { name } = await aToken(app(), 'read');
    for (const taken of [name, 'ADMIN_TOKEN']) {
      const again = { name: taken, scope: 'read' };
      const { body } = await app().admin('post', TOKENS, again).expect(409);
      expect(body.errors).toEqual([{ field: 'name', message: 'is the name of another token' }]);
    }
    for (const wrong of [{}, { name: '', scope: 'read' }, { name: 'x', scope: 'root' }])
      await app().admin('post', TOKENS, wrong).expect(400);
  });

  it('open what their scope covers, and say what is missing', async () => {
    const { name, token } = await aToken(app(), 'operate');
    const { body } = await app().admin('get', '/api/v1/session', undefined, token).expect(200);
    expect(body).toMatchObject({ signed_in_by: 'bearer', name, scope: 'operate' });
    await app().admin('post', '/api/v1/knowledge/search', { query: 'x' }, token).expect(200);
    const refused = await app().admin('put', '/api/v1/bot/config', {}, token).expect(403);
    expect(refused.body.detail).toContain(`wants the scope admin; ${name} has operate`);
    await app().admin('get', TOKENS, undefined, token).expect(403);
  });

  it('show how secrets end to the scope admin alone', async () => {
    const { token } = await aToken(app(), 'operate');
    const seen = async (path: string, by?: string) =>
      JSON.stringify((await app().admin('get', path, undefined, by).expect(200)).body);
    const end = app().emulator.options.authToken.slice(-2);
    for (const path of ['/api/v1/bot/config', '/api/v1/whatsapp/diag']) {
      expect(await seen(path)).toMatch(new RegExp(`•..?.?${end}"`));
      expect(await seen(path, token)).toMatch(/"•+"/);
      expect(await seen(path, token)).not.toMatch(/•[^•"]/);
    }
  });

  it('sign in at the console with their scope, and revoked they sign out', async () => {
    const { id, name, token } = await aToken(app(), 'read');
    const visitors = [new Visitor(app()), new Visitor(app())];
    await visitors[0].signIn({ token }).expect(201);
    const link = await app().admin('post', '/api/v1/session/link', undefined, token).expect(201);
    const code = () => new URL(link.body.url as string).hash.replace('#code=', '');
    await visitors[1].signIn({ code: code() }).expect(201);
    for (const visitor of visitors) {
      const { body } = await visitor.read('/api/v1/session').expect(200);
      expect(body).toMatchObject({ name, scope: 'read' });
      await visitor.ask('put', '/api/v1/bot/config', {}).expect(403);
    }
    const unused = await app().admin('post', '/api/v1/session/link', undefined, token).expect(201);
    await app().admin('delete', `${TOKENS}/${id}`).expect(204);
    await app().admin('delete', `${TOKENS}/${id}`).expect(404);
    await app().admin('get', '/api/v1/failures', undefined, token).expect(401);
    for (const visitor of visitors) await visitor.read('/api/v1/session').expect(401);
    const late = new URL(unused.body.url as string).hash.replace('#code=', '');
    await new Visitor(app()).signIn({ code: late }).expect(401);
    await new Visitor(app()).signIn({ code: await aCode(app()) }).expect(201);
  });
});

withApp('guessing a token', { TRUSTED_PROXIES: '127.0.0.1' }, (app) => {
  const from = (token: string, address: string) =>
    app().admin('get', '/api/v1/failures', undefined, token).set('X-Forwarded-For', address);

  it('is over after ten wrong ones from an address; a long right one passes', async () => {
    const { token } = await aToken(app(), 'read');
    const wrong = `recado_${'x'.repeat(43)}`;
    for (let n = 0; n < 10; n++) await from(n % 2 ? wrong : 'guess', '203.0.113.9').expect(401);
    for (const one of [wrong, 'guess', ADMIN_TOKEN]) {
      const { headers, body } = await from(one, '203.0.113.9').expect(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(body.detail).toContain('wait a minute');
    }
    await from(token, '203.0.113.9').expect(200);
    await from(ADMIN_TOKEN, '203.0.113.10').expect(200);
    // The console counts the same tries.
    const guess = { 'X-Forwarded-For': '203.0.113.9' };
    await new Visitor(app()).signIn({ token: 'guess' }, guess).expect(429);
    await new Visitor(app()).signIn({ token }, guess).expect(201);
  });

  it('is over for new addresses when all have tried a thousand times', async () => {
    await from(ADMIN_TOKEN, '203.0.113.20').expect(200);
    let refused = 0;
    for (let n = 0; n < 1010; n += 10) {
      const many = Array.from({ length: 10 }, (_, k) => from('guess', `10.0.${n / 10}.${k}`));
      refused += (await Promise.all(many)).filter(({ status }) => status === 429).length;
    }
    expect(refused).toBeGreaterThan(0);
    await from(ADMIN_TOKEN, '203.0.113.21').expect(429);
    await from(ADMIN_TOKEN, '203.0.113.20').expect(200);
  });
});
