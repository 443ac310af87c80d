import { expect, it } from 'vitest';
import { BEARER, problem, things, TOKEN } from '../../test/support/things.js';

const api = things();

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
  await api().get('/api/v1/things').set(BEARER).expect(200);
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
  const wrong = await api().delete('/api/v1/things?a=1').set(BEARER).expect(405);
  expect(wrong.headers.allow).toBe('GET, PUT');
  expect(wrong.body).toEqual(problem(405, 'Method Not Allowed'));
  await api().patch('/api/v1/things/1').expect(405).expect('Allow', 'GET');
  await api().get('/api/v1/whatsapp/webhook').expect(405).expect('Allow', 'POST');
  await api().head('/api/v1/whatsapp/webhook').expect(405).expect('Allow', 'POST');
  for (const path of ['/api/v1/thing', '/api/v1', '/'])
    expect((await api().delete(path).expect(404)).headers.allow).toBeUndefined();
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
  await api().put('/api/v1/things').set(BEARER).send(text(65)).expect(413);
  await api().post('/api/v1/knowledge/documents').set(BEARER).send(text(3500)).expect(201);
  await api().post('/api/v1/knowledge/documents').set(BEARER).send(text(4097)).expect(413);
});

it('survives an address that cannot be decoded', () =>
  api()
    .get('/api/v1/things/%E0%A4%A')
    .set(BEARER)
    .expect(400)
    .expect('Content-Type', /problem/));
