import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RefusedSignatures } from './refused-signatures.js';

const URL = 'https://bot.example.com/api/v1/whatsapp/webhook';
let now = 0;
let refused: RefusedSignatures;
let logged: object[];
const explain = vi.fn<() => string | undefined>();

beforeEach(() => {
  now = 1_000_000;
  logged = [];
  explain.mockReset();
  refused = new RefusedSignatures({ now: () => now++ });
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((facts: object) => void logged.push(facts));
});
afterEach(() => vi.restoreAllMocks());

it('explains and logs a fixed number a minute, whoever floods', () => {
  for (let n = 0; n < 1000; n++) refused.add(URL, 'wrong', false, explain);
  expect([explain.mock.calls.length, logged.length]).toEqual([2, 2]);
  for (let n = 0; n < 1000; n++) refused.add(URL, 'wrong', true, explain);
  expect([explain.mock.calls.length, logged.length]).toEqual([12, 12]);
  now += 60_000;
  refused.add(URL, 'wrong', true, explain);
  expect(logged.at(-1)).toMatchObject({ not_logged_before: 990 });
});

it('keeps few, and those with a hint beside a flood', () => {
  explain.mockReturnValueOnce('It fits elsewhere.');
  refused.add(URL, 'wrong', true, explain);
  for (let n = 0; n < 1000; n++) refused.add(URL, 'no signature', true);
  expect(refused.list()).toHaveLength(11);
  expect(refused.list().at(-1)).toMatchObject({ reason: 'wrong', hint: 'It fits elsewhere.' });
});

it('logs no query, which may be a text', () => {
  refused.add(`${URL}?q=secret`, 'wrong', true, explain);
  expect(JSON.stringify(logged)).not.toContain('secret');
});
