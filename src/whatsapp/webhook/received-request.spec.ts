import type { Request } from 'express';
import { expect, it } from 'vitest';
import { receivedRequest } from './received-request.js';

const kept = (body: object, text?: string, headers = {}) =>
  receivedRequest(
    { requestId: 'r1', method: 'POST', originalUrl: '/webhook', headers, body } as Request,
    text,
  );

it('keeps a text once', () => {
  expect(kept({ Body: 'Hola', WaId: '15005550006' }, 'Hola').form).toEqual({ WaId: '15005550006' });
});

it.each([
  ['it was cleaned', 'Ho\u0000la', 'Hola', 'Hola'],
  ['media may add to the text', 'Hola', undefined, 'Hola'],
  ['it is empty', '', '', ''],
])('keeps the body where %s', (_, Body, text, stored) => {
  expect(kept({ Body }, text).form).toEqual({ Body: stored });
});

it('keeps so much of a form, and says that it was cut', () => {
  const long = kept({ InteractiveData: 'x'.repeat(5000), From: 'whatsapp:+15005550006' });
  expect(long).toMatchObject({ cut: true, form: { From: 'whatsapp:+15005550006' } });
  expect(long.form.InteractiveData).toHaveLength(1000);
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, n) => [`F${n}`, 'x'.repeat(900)]),
  );
  const { form, cut } = kept(many);
  expect(cut).toBe(true);
  expect(JSON.stringify(form).length).toBeLessThan(10_000);
  expect(kept({ From: 'a' }).cut).toBeUndefined();
});

it('keeps the headers that say something, and of secrets only that they were there', () => {
  const headers = { host: 'bot.example.com', authorization: 'Basic abc', 'x-other': 'y' };
  expect(kept({}, undefined, headers).headers).toEqual({
    host: 'bot.example.com',
    authorization: '••••••',
  });
});
