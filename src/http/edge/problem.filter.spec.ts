import { Logger } from '@nestjs/common';
import { beforeAll, expect, it, vi } from 'vitest';
import { problem, things } from '../../../test/support/things.js';

const api = things();
const logged = {
  warn: vi.spyOn(Logger.prototype, 'warn'),
  error: vi.spyOn(Logger.prototype, 'error'),
};

beforeAll(() => {
  for (const spy of Object.values(logged)) spy.mockImplementation(() => undefined);
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
