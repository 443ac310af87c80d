import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SystemClock, Clock } from '../../src/clock.js';
import { Endpoints } from '../../src/config/endpoints.js';
import { ConsoleModule } from '../../src/console/console.module.js';
import { PageFiles } from '../../src/console/pages/page-files.js';
import { Env } from '../../src/env/env.js';
import { ConsoleSessions } from '../../src/http/admin/console-sessions.js';
import { TokenHolders } from '../../src/http/admin/token-holders.js';
import { prefixOf } from '../../src/http/edge/path-prefix.js';
import { HttpModule } from '../../src/http/http.module.js';
import { useHttp } from '../../src/http/use-http.js';

const INDEX = readFileSync('web/index.html', 'utf8');
const SCRIPT = 'export const built = true;\n';

let folder: string;
let secret: string;
beforeAll(() => {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  folder = join(directory, 'web');
  secret = join(directory, 'secret.js');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), INDEX);
  writeFileSync(join(folder, 'assets/index-a1b2c3d4.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/.hidden.js'), SCRIPT);
  writeFileSync(secret, 'secret');
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

/** The console alone, behind what every request passes. `built`: whether there is a page. */
function consoleAt(PUBLIC_URL: string, built = true) {
  let app: NestExpressApplication;
  beforeAll(async () => {
    const env = Object.assign(new Env(), { PUBLIC_URL, ADMIN_TOKEN: 'a-token-for-tests' });
    const endpoints = new Endpoints(env);
    const providers = [
      { provide: Env, useValue: env },
      { provide: Endpoints, useValue: endpoints },
      { provide: Clock, useClass: SystemClock },
      { provide: ConsoleSessions, useValue: {} },
      { provide: TokenHolders, useValue: {} },
    ];
    const exported = [Env, Endpoints, Clock, ConsoleSessions, TokenHolders];
    const here = { module: class Here {}, global: true, providers, exports: exported };
    const module = await Test.createTestingModule({ imports: [here, HttpModule, ConsoleModule] })
      .overrideProvider(PageFiles)
      .useFactory({ factory: () => new PageFiles(endpoints, built ? folder : `${folder}/none`) })
      .compile();
    app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
    useHttp(app, { prefix: prefixOf(PUBLIC_URL) });
    app.useLogger(false);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());
  return (path: string) => request(app.getHttpServer()).get(path);
}

describe('the page', () => {
  const get = consoleAt('http://localhost:3000');

  it('is what the bare address leads to', () =>
    get('/').expect(302).expect('Location', '/console/'));

  it.each(['/console', '/console/', '/console/inbox/a-b', '/console/messages/SM1/answer?x=1'])(
    'is there at %s, for anybody',
    async (path) => {
      const { text, headers } = await get(path).expect(200);
      expect(text).toBe(INDEX);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it('lets no script in but its own files, and nobody frame it', async () => {
    const { headers } = await get('/console/');
    const rules = headers['content-security-policy'].split(';');
    const policy = Object.fromEntries(
      rules.map((rule: string) => [rule.split(' ')[0], rule.slice(rule.indexOf(' ') + 1)]),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'media-src': "'self' blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'self'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(INDEX).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  it('is made of files that never change', async () => {
    const { text, headers } = await get('/console/assets/index-a1b2c3d4.js').buffer(true);
    expect(text).toBe(SCRIPT);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const known = { 'If-Modified-Since': headers['last-modified'] };
    await get('/console/assets/index-a1b2c3d4.js').set(known).expect(304);
  });

  it.each([
    '/console/assets/index-older.js',
    '/console/assets/.hidden.js',
    '/console/assets/..%2f..%2fsecret.js',
    '/console/assets/%2e%2e/%2e%2e/secret.js',
    '/console/assets/..%5c..%5csecret.js',
    '/console/assets/a%00.js',
    '/console/assets/sub/',
  ])('has nothing else: %s', async (path) => {
    const { text, headers } = await get(path).expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(text).not.toContain('secret');
  });

  it('leaves errors of the API as they were', async () => {
    for (const path of ['/api/v1/nowhere', '/nowhere', '/consoles', '/assets/index-a1b2c3d4.js']) {
      const { body, headers } = await get(path).expect(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ status: 404, title: 'Not Found' });
    }
  });
});

describe('the page behind a path prefix', () => {
  const get = consoleAt('https://www.example.com/bot');

  it.each(['/console/inbox', '/bot/console/inbox'])('says where it is: %s', async (path) => {
    const { text } = await get(path).expect(200);
    expect(text).toContain('<base href="/bot/console/" />');
  });

  it('has its files there', () => get('/bot/console/assets/index-a1b2c3d4.js').expect(200));

  it('is what the bare address leads to', async () => {
    for (const path of ['/', '/bot', '/bot/'])
      await get(path).expect(302).expect('Location', '/bot/console/');
  });
});

describe('without a build', () => {
  const get = consoleAt('http://localhost:3000', false);

  it('says what to do', async () => {
    for (const path of ['/console', '/console/inbox']) {
      const { body, headers } = await get(path).expect(503);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.detail).toBe(
        'The console is not built: run `npm run build`, then load this page again.',
      );
    }
    await get('/console/assets/index-a1b2c3d4.js').expect(404);
  });
});
