import { expect, it } from 'vitest';
import { BEARER, problem, things } from '../../test/support/things.js';

const api = things();

it('pages a list with bounds', async () => {
  const list = (query: string) => api().get(`/api/v1/things?${query}`).set(BEARER);
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
  const { body } = await api().put('/api/v1/things').set(BEARER).send({ size: 10, other: 1 });
  expect(body).toMatchObject(problem(400, 'Bad Request'));
  expect(body.errors).toEqual([
    { field: 'other', message: 'is not a field of this request' },
    { field: 'name', message: 'must be a string' },
    { field: 'size', message: 'must be at most 9' },
  ]);
  const good = await api().put('/api/v1/things').set(BEARER).send({ name: 'a', size: 1 });
  expect(good.body).toEqual({ made: true, name: 'a', size: 1 });
});

it('says what a value of another type must be, not how long or large', async () => {
  const put = (thing: object) => api().put('/api/v1/things').set(BEARER).send(thing).expect(400);
  for (const size of ['3', 'x', null, 99.5, [3], {}])
    expect((await put({ name: 'a', size })).body.detail).toBe('size must be a whole number');
});

it('names a field that no object may have', async () => {
  for (const name of ['__proto__', 'constructor']) {
    const put = api().put('/api/v1/things').set(BEARER).type('json');
    const { body } = await put.send(`{"name":"a","size":1,"more":[{"${name}":{}}]}`).expect(400);
    expect(body.errors).toEqual([
      { field: name, message: expect.stringMatching(/^is not a name/) },
    ]);
    expect(body.detail).toBe(`${name} ${body.errors[0].message}`);
  }
});

it('refuses JSON that is no object', async () => {
  const put = (json: string, type = 'application/json') =>
    api().put('/api/v1/things').set(BEARER).set('Content-Type', type).send(json);
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
