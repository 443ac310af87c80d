import { Logger, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ThingsController } from '../../test/support/things.js';
import { Env } from '../env/env.js';
import { HttpModule } from './http.module.js';
import { useHttp } from './use-http.js';

const TOKEN = 'a-token-for-tests';

@Module({
  imports: [HttpModule],
  controllers: [ThingsController],
  providers: [{ provide: Env, useValue: Object.assign(new Env(), { ADMIN_TOKEN: TOKEN }) }],
})
class EnvModule {}

let app: NestExpressApplication;
const logged = {
  warn: vi.spyOn(Logger.prototype, 'warn'),
  error: vi.spyOn(Logger.prototype, 'error'),
};

beforeAll(async () => {
  const module = await Test.createTestingModule({
    imports: [{ module: EnvModule, global: true, exports: [Env], providers: [] }],
  }).compile();
  app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
  useHttp(app);
  await app.listen(0, '127.0.0.1');
  for (const spy of Object.values(logged)) spy.mockImplementation(() => undefined);
});
afterAll(() => app.close());

const api = () => request(app.getHttpServer());
const bearer = { Authorization: `Bearer ${TOKEN}` };
const problem = (status: number, title: string) => ({
  type: 'about:blank',
  title,
  status,
  detail: expect.any(String),
  request_id: expect.stringMatching(/^[A-Za-z0-9._-]{1,64}$/),
});

it('wants the admin token on every route', async () => {
  for (const header of [
    undefined,
    TOKEN,
    `Basic ${TOKEN}`,
    'Bearer',
    'Bearer wrong',
    `Bearer ${TOKEN}x`,
  ]) {
    const { status, body, headers } = await api()
      .get('/api/v1/things')
      .set(header ? { Authorization: header } : {});
    expect([header, status, headers['www-authenticate']]).toEqual([
      header,
      401,
      'Bearer realm="recado"',
    ]);
    expect(body).toEqual(problem(401, 'Unauthorized'));
  }
  await api().get('/api/v1/things').set(bearer).expect(200);
  await api()
    .get('/api/v1/things')
    .set({ Authorization: `bearer ${TOKEN}` })
    .expect(200);
});

it('serves public routes without it', () => api().post('/api/v1/whatsapp/webhook').expect(201));

it('names every answer, errors and unknown routes included', async () => {
  const own = await api().get('/nowhere').set('X-Request-Id', 'mine-1.2_3');
  expect(own.headers['x-request-id']).toBe('mine-1.2_3');
  expect(own.headers['content-type']).toContain('application/problem+json');
  expect(own.body).toMatchObject({ ...problem(404, 'Not Found'), request_id: 'mine-1.2_3' });
  for (const insane of ['a b', 'x'.repeat(65), 'é'.normalize(), '<b>']) {
    const made = await api()
      .get('/nowhere')
      .set('X-Request-Id', Buffer.from(insane).toString('latin1'));
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  }
});

it('says which methods an address takes', async () => {
  const wrong = await api().delete('/api/v1/things?a=1').set(bearer).expect(405);
  expect(wrong.headers.allow).toBe('GET, PUT');
  expect(wrong.body).toEqual(problem(405, 'Method Not Allowed'));
  await api().patch('/api/v1/things/1').expect(405).expect('Allow', 'GET');
  await api().get('/api/v1/whatsapp/webhook').expect(405).expect('Allow', 'POST');
  await api().head('/api/v1/whatsapp/webhook').expect(405).expect('Allow', 'POST');
  for (const path of ['/api/v1/thing', '/api/v1', '/'])
    expect((await api().delete(path).expect(404)).headers.allow).toBeUndefined();
});

it('pages a list with bounds', async () => {
  const list = (query: string) => api().get(`/api/v1/things?${query}`).set(bearer);
  expect((await list('')).body).toEqual({ items: [50], next_cursor: null });
  expect((await list('limit=200&cursor=c')).body).toEqual({ items: [200], next_cursor: 'c' });
  for (const limit of ['0', '201', '1.5', 'many', '']) {
    const { status, body } = await list(`limit=${limit}`);
    expect([limit, status]).toEqual([limit, 400]);
    expect(body.errors).toEqual([{ field: 'limit', message: expect.any(String) }]);
  }
  const said = async (query: string) => (await list(query).expect(400)).body.detail;
  for (const limit of ['1.5', 'many', '', '%20', '1&limit=2', '0x'])
    expect([limit, await said(`limit=${limit}`)]).toEqual([limit, 'limit must be a whole number']);
  expect(await said('limit=0')).toBe('limit must be at least 1');
  expect(await said('limit=201')).toBe('limit must be at most 200');
});

it('says what is wrong with each field, and refuses unknown ones where asked', async () => {
  const { body } = await api().put('/api/v1/things').set(bearer).send({ size: 10, other: 1 });
  expect(body).toMatchObject(problem(400, 'Bad Request'));
  expect(body.errors).toEqual([
    { field: 'other', message: 'is not a field of this request' },
    { field: 'name', message: 'must be a string' },
    { field: 'size', message: 'must be at most 9' },
  ]);
  const good = await api().put('/api/v1/things').set(bearer).send({ name: 'a', size: 1 });
  expect(good.body).toEqual({ made: true, name: 'a', size: 1 });
});

it('says what a value of another type must be, not how long or large', async () => {
  const put = (thing: object) => api().put('/api/v1/things').set(bearer).send(thing).expect(400);
  for (const size of ['3', 'x', null, 99.5, [3], {}])
    expect((await put({ name: 'a', size })).body.detail).toBe('size must be a whole number');
});

it('names a field that no object may have', async () => {
  for (const name of ['__proto__', 'constructor']) {
    const put = api().put('/api/v1/things').set(bearer).type('json');
    const { body } = await put.send(`{"name":"a","size":1,"more":[{"${name}":{}}]}`).expect(400);
    expect(body.errors).toEqual([
      { field: name, message: expect.stringMatching(/^is not a name/) },
    ]);
    expect(body.detail).toBe(`${name} ${body.errors[0].message}`);
  }
});

it('refuses JSON that is no object', async () => {
  const put = (json: string, type = 'application/json') =>
    api().put('/api/v1/things').set(bearer).set('Content-Type', type).send(json);
  const wrong = ['null', '[]', '[{"name":"a","size":1}]', '"text"', '7', '{"name":', '{name:1}'];
  for (const json of [...wrong, '{"__proto__":{"name":"a"},"size":1}']) {
    const { status, body } = await put(json);
    expect([json, status]).toEqual([json, 400]);
    expect(body).toMatchObject(problem(400, 'Bad Request'));
    expect(body.detail).toMatch(/JSON object/);
  }
  expect(({} as Record<string, unknown>).name).toBeUndefined();
  await put('name=a&size=1', 'application/x-www-form-urlencoded').expect(415);
  await put('{}', 'application/json; charset=klingon').expect(415);
  await put('--x--', 'multipart/form-data; boundary=x').expect(415);
});

it('keeps the form as it came', async () => {
  const post = (form: string) =>
    api()
      .post('/api/v1/whatsapp/webhook')
      .set('Content-Type', 'application/x-www-form-urlencoded; charset=utf-8')
      .send(form);
  const { body } = await post('b=2&a=%F0%9F%98%80+x&b=3&c[d]=4&[0]=5&empty=&__proto__=6&e[]=7');
  expect(body.names).toEqual(['b', 'a', 'c[d]', '[0]', 'empty', '__proto__', 'e[]']);
  expect(body.values).toEqual([['2', '3'], '😀 x', '4', '5', '', '6', '7']);
  const many = Array.from({ length: 5000 }, (_, i) => `f${i}=1`).join('&');
  expect((await post(many)).body.names).toHaveLength(5000);
});

it('bounds each body by its route', async () => {
  const text = (kib: number) => ({ text: 'x'.repeat(kib * 1024) });
  const webhook = await api().post('/api/v1/whatsapp/webhook').type('form').send(text(65));
  expect(webhook.body).toMatchObject({ ...problem(413, 'Payload Too Large'), detail: /64 KiB/ });
  await api().put('/api/v1/things').set(bearer).send(text(65)).expect(413);
  await api().post('/api/v1/knowledge/documents').set(bearer).send(text(3500)).expect(201);
  await api().post('/api/v1/knowledge/documents').set(bearer).send(text(4097)).expect(413);
});

it('answers 503 while the store is away, and says when to come back', async () => {
  for (const how of ['store', 'mongo']) {
    const { status, body, headers, text } = await api().get(`/api/v1/breaks?how=${how}`);
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(body).toEqual(problem(503, 'Service Unavailable'));
    expect(text).not.toMatch(/secret|internal\b.*primary|primary/);
  }
  expect(logged.warn.mock.lastCall?.[0]).toContain('no primary at db.internal');
});

it('says a few times a minute that it puts requests off, and what to do', async () => {
  const before = logged.warn.mock.calls.length;
  for (let n = 0; n < 20; n++) await api().get('/api/v1/breaks?how=mongo').expect(503);
  expect(logged.warn.mock.calls.length - before).toBeLessThan(10);
  expect(logged.warn.mock.lastCall?.[0]).toMatch(/See that MongoDB runs/);
});

it('hides what broke, but logs it', async () => {
  const { status, text, body } = await api().get('/api/v1/breaks');
  expect([status, body]).toEqual([500, problem(500, 'Internal Server Error')]);
  expect(text).not.toContain('hunter2');
  expect(logged.error.mock.lastCall?.[0]).toContain('hunter2');
});

it('lets a problem set headers', async () => {
  const { status, body, headers } = await api().get('/api/v1/breaks?how=problem');
  expect([status, headers['retry-after']]).toEqual([409, '9']);
  expect(body).toEqual({ ...problem(409, 'Conflict'), detail: 'Do that first.' });
});

it('survives an address that cannot be decoded', () =>
  api()
    .get('/api/v1/things/%E0%A4%A')
    .set(bearer)
    .expect(400)
    .expect('Content-Type', /problem/));
