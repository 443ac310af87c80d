import { afterEach, expect, inject, it, vi } from 'vitest';
import { SystemClock } from '../../src/clock.js';
import { ADMIN_TOKEN, TestApp, withApp } from '../support/app.js';
import { freshMongoUri } from '../support/stores/stores.js';
import { aCode, Visitor } from './visitor.js';

const SESSION = '/api/v1/session';
const MINUTE = 60_000;

afterEach(() => vi.restoreAllMocks());

/** From now on it is so much later. */
function later(ms: number): void {
  const now = Date.now() + ms;
  vi.spyOn(SystemClock.prototype, 'now').mockImplementation(() => now);
}

withApp('a stolen link', {}, (app) => {
  it('is a code in the fragment, which no server is sent', async () => {
    const { body } = await app().admin('post', `${SESSION}/link`).expect(201);
    const { origin, pathname, search, hash } = new URL(body.url);
    const { port } = new URL(app().publicUrl);
    expect([origin, pathname, search]).toEqual([
      `http://127.0.0.1:${port}`,
      '/console/sign-in',
      '',
    ]);
    expect(hash).toMatch(/^#code=[\w-]{43}$/);
    const minutes = (Date.parse(body.expires_at) - Date.now()) / MINUTE;
    expect(minutes).toBeGreaterThan(9.9);
    expect(minutes).toBeLessThanOrEqual(10);
  });

  it('signs in once, whoever is first, and what is wrong with it is not told', async () => {
    const code = await aCode(app());
    const answers = await Promise.all([1, 2, 3, 4].map(() => new Visitor(app()).signIn({ code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
    const late = await aCode(app());
    later(10 * MINUTE + 1);
    const said = [];
    for (const one of [code, late, 'unknown']) {
      const { body } = await new Visitor(app()).signIn({ code: one }).expect(401);
      said.push(body.detail);
    }
    expect(new Set(said).size).toBe(1);
  });

  it('works until ten minutes are over, and a session until twelve hours are', async () => {
    const code = await aCode(app());
    const visitor = new Visitor(app());
    later(10 * MINUTE - 5000);
    await visitor.signIn({ code }).expect(201);
    later(12 * 60 * MINUTE + 9 * MINUTE);
    await visitor.read(SESSION).expect(200);
    later(12 * 60 * MINUTE + 10 * MINUTE);
    await visitor.read(SESSION).expect(401);
  });

  it('is of no use to another page, nor under another name that leads here', async () => {
    const code = await aCode(app());
    const { port } = new URL(app().publicUrl);
    const own = new Visitor(app());
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: undefined },
      { Origin: undefined, 'Sec-Fetch-Site': 'same-origin' },
      { Origin: 'http://localhost:1' },
      { Origin: `http://localhost:${port}` },
      { Origin: `http://127.0.0.1.evil.example:${port}` },
      // DNS rebinding: to the browser the page and the request are of one origin.
      { Origin: `http://evil.example:${port}`, Host: `evil.example:${port}` },
    ]) {
      const { status, body } = await own.signIn({ code }, headers);
      expect([headers, status]).toEqual([headers, 403]);
      expect(body.detail).toContain('PUBLIC_URL');
    }
    await own.signIn({ code }).expect(201);
  });
});

withApp('guessing', {}, (app) => {
  const guess = (address?: string) =>
    new Visitor(app()).signIn({ token: 'guess' }, { 'X-Forwarded-For': address });

  it('is over after ten wrong ones in a minute, the right one included', async () => {
    const many = await Promise.all(Array.from({ length: 15 }, () => guess('203.0.113.5')));
    const statuses = many.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(5).fill(429)]);
    const refused = await new Visitor(app()).signIn({ token: ADMIN_TOKEN }).expect(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    later(MINUTE);
    for (let n = 0; n < 12; n++)
      await new Visitor(app()).signIn({ token: ADMIN_TOKEN }).expect(201);
    await guess().expect(401);
  });
});

const proxied = { TRUSTED_PROXIES: '127.0.0.1' };
withApp('guessing through a proxy that is trusted', proxied, (app) => {
  const sign = (token: string, address: string) =>
    new Visitor(app()).signIn({ token }, { 'X-Forwarded-For': address });

  it('counts each address for itself, and an IPv6 network as one', async () => {
    for (const [n, address] of ['203.0.113.5', '2001:db8::'].entries()) {
      for (let k = 0; k < 10; k++)
        await sign('guess', n ? `${address}${k + 1}` : address).expect(401);
      await sign(ADMIN_TOKEN, n ? `${address}ffff:1` : address).expect(429);
    }
    await sign(ADMIN_TOKEN, '203.0.113.6').expect(201);
    await sign(ADMIN_TOKEN, '2001:db8:0:1::1').expect(201);
  });
});

it.skipIf(!inject('mongo'))(
  'signing out counts on each node, and so does another token',
  async () => {
    const env = { MONGODB_URI: freshMongoUri() };
    const nodes = [
      await TestApp.start('mongo', env),
      await TestApp.start('mongo', env),
      await TestApp.start('mongo', { ...env, ADMIN_TOKEN: 'another-token' }),
    ];
    try {
      const [one, other, renewed] = nodes.map((node) => new Visitor(node));
      await one.signIn({ code: await aCode(nodes[1]) }).expect(201);
      await other.read(SESSION, { Cookie: one.cookie }).expect(200);
      await renewed.read(SESSION, { Cookie: one.cookie }).expect(401);
      await renewed.signIn({ code: await aCode(nodes[0]) }).expect(401);
      await other.ask('delete', SESSION, undefined, { Cookie: one.cookie }).expect(204);
      await one.read(SESSION).expect(401);
    } finally {
      await Promise.all(nodes.map((node) => node.close()));
    }
  },
);
