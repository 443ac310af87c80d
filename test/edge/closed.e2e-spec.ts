import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, listen } from '../../src/app.setup.js';
import { readEnv } from '../../src/env/read-env.js';
import { exchange } from '../support/socket.js';
import { PUBLIC } from './public-routes.js';

/** What every request passes; `/docs` has static files, and Nest its answer to unknown routes. */
const MIDDLEWARE = ['edge'];

interface Layer {
  name: string;
  route?: { path: string | string[]; stack: { method?: string }[] };
  handle?: { stack?: Layer[] };
}

/** Each wrong token comes from an address of its own, which has tries left. */
let others = 0;
const another = () => ({ 'X-Forwarded-For': `198.51.100.${others++ % 256}` });

let app: NestExpressApplication;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const env = readEnv('/dev/null', {
    DATA_DIR: directory,
    PORT: '0',
    LOG_LEVEL: 'silent',
    TRUSTED_PROXIES: 'loopback',
  });
  app = await createApp(env);
  app.useLogger(false);
  await listen(app, env);
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

const layers = () =>
  (app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }).router.stack;

/** Every route that Express knows, whoever registered it: `GET /path/:with/parameters`. */
function routes(): string[] {
  const methods = new Map<string, Set<string>>();
  for (const { route } of layers()) {
    for (const path of [route?.path ?? []].flat()) {
      const known = methods.get(path) ?? methods.set(path, new Set()).get(path)!;
      for (const { method } of route!.stack) known.add(method?.toUpperCase() ?? 'ALL');
    }
  }
  // Nest registers `@All()` once for each method that Node knows.
  return [...methods].flatMap(([path, known]) =>
    known.size > 9 ? `ALL ${path}` : [...known].map((method) => `${method} ${path}`),
  );
}

/** An address that the route's template matches. */
const concrete = (path: string) => path.replace(/[:*]\w+/g, 'x').replace(/\{.*?\}/g, '');

function ask(route: string, headers: Record<string, string> = {}) {
  const [method, path] = route.split(' ');
  const verb = (method === 'ALL' ? 'get' : method.toLowerCase()) as 'get';
  return request(app.getHttpServer())[verb](concrete(path)).set(headers);
}

it('has no route but the public ones that anybody can use without the admin token', async () => {
  expect(routes().length).toBeGreaterThan(20);
  for (const headers of [{}, { Authorization: 'Bearer wrong' }] as Record<string, string>[]) {
    const open: [string, number][] = [];
    for (const route of routes()) {
      if (route in PUBLIC) continue;
      const { status, headers: said } = await ask(route, { ...another(), ...headers });
      if (status !== 401 || said['www-authenticate'] !== 'Bearer realm="recado"')
        open.push([route, status]);
    }
    expect(open).toEqual([]);
  }
});

it('says of every address which methods it takes', async () => {
  // Under Twilio's own path every method is taken: the simulator answers 404 in Twilio's form.
  const known = routes().filter((route) => !route.includes('/simulator/2010-04-01/'));
  for (const path of new Set(known.map((route) => route.split(' ')[1]))) {
    const methods = known.filter((route) => route.endsWith(` ${path}`));
    const allow = methods.map((route) => route.split(' ')[0]).sort();
    const { status, headers } = await request(app.getHttpServer()).trace(concrete(path));
    expect([path, status, headers.allow]).toEqual([path, 405, allow.join(', ')]);
  }
});

it('has every route that is named as public, and each wants what it should', async () => {
  const said: Record<string, number> = {};
  for (const route of routes()) if (route in PUBLIC) said[route] = (await ask(route)).status;
  expect(said).toEqual(PUBLIC);
});

it('has nothing besides routes that could answer, but what is known', () => {
  const others = layers().filter(({ route }) => !route);
  expect(others.filter(({ handle }) => handle?.stack)).toEqual([]);
  const known = [...MIDDLEWARE, 'serveStatic', '<anonymous>'].sort();
  expect([...new Set(others.map(({ name }) => name))].sort()).toEqual(known);
});

it('leads from the bare address to the console', () =>
  ask('GET /', { Accept: 'application/json' }).expect(302).expect('Location', '/console/'));

it('tells browsers to be careful, over plain HTTP too, and its own pages work', async () => {
  const { headers, text } = await ask('GET /docs').expect(200);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
  });
  const policy = headers['content-security-policy'];
  expect(policy).toMatch(/default-src 'self'.*script-src 'self'/);
  expect(policy).not.toContain('upgrade-insecure-requests');
  expect(headers['strict-transport-security']).toBeUndefined();
  // What the policy would forbid isn't there.
  expect(text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S/);
  for (const [, source] of text.matchAll(/<script src="([^"]+)"/g))
    await ask(`GET ${new URL(source, 'http://x/docs').pathname}`).expect(200);
});

const raw = (bytes: string) => exchange((app.getHttpServer().address() as AddressInfo).port, bytes);

it.each([
  [400, 'no HTTP', 'hello\r\n\r\n'],
  [400, 'no Host', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n'],
  [
    400,
    'two lengths',
    'POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
  ],
  [431, 'long headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`],
  [417, 'an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: more\r\nConnection: close\r\n\r\n'],
])('answers %i as a problem: %s', async (status, _, bytes) => {
  const [head, body] = (await raw(bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toMatch(/^content-type: application\/problem\+json/im);
  const id = /^x-request-id: (\S+)/im.exec(head)![1];
  expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status, request_id: id });
});

it('waits for nobody without end', () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout } = app.getHttpServer();
  expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 75_000,
  });
});
