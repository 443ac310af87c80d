import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RefusedSignatures } from './refused-signatures.js';

const URL = 'https://bot.example.com/api/v1/whatsapp/webhook';
const OURS = { ours: true, signed: true };
let now = 0;
let refused: RefusedSignatures;
let logged: object[];
const explain = vi.fn<() => string | undefined>();
const costly = { byAll: explain };

beforeEach(() => {
  now = 1_000_000;
  logged = [];
  explain.mockReset();
  refused = new RefusedSignatures({ now: () => now++ });
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((facts: object) => void logged.push(facts));
});
afterEach(() => vi.restoreAllMocks());

it('explains and logs a fixed number a minute, whoever floods', () => {
  for (let n = 0; n < 1000; n++) refused.add(URL, 'wrong', {}, costly);
  expect([explain.mock.calls.length, logged.length]).toEqual([2, 2]);
  for (let n = 0; n < 1000; n++) refused.add(URL, 'wrong', OURS, costly);
  expect([explain.mock.calls.length, logged.length]).toEqual([12, 12]);
  now += 60_000;
  refused.add(URL, 'wrong', OURS, costly);
  expect(logged.at(-1)).toMatchObject({ not_logged_before: 990 });
});

it('keeps few, and those with a hint beside a flood', () => {
  explain.mockReturnValueOnce('It fits elsewhere.');
  refused.add(URL, 'wrong', OURS, costly);
  for (let n = 0; n < 1000; n++) refused.add(URL, 'no signature', { ours: true });
  expect(refused.list()).toHaveLength(11);
  expect(refused.list().at(-1)).toMatchObject({ reason: 'wrong', hint: 'It fits elsewhere.' });
});

it('keeps what may be Twilio’s beside a flood of what anybody sends', () => {
  refused.add(URL, 'names us', OURS, costly);
  refused.add(URL, 'lost its header', { ours: true });
  refused.add(URL, 'of another account', { signed: true }, costly);
  for (let n = 0; n < 1000; n++) refused.add(URL, 'no signature');
  const kept = refused.list().map(({ reason }) => reason);
  expect(kept).toHaveLength(13);
  expect(kept.slice(-3)).toEqual(['of another account', 'lost its header', 'names us']);
  for (const marks of [OURS, { ours: true }, { signed: true }, {}])
    for (let n = 0; n < 1000; n++) refused.add(URL, 'more', marks);
  expect(refused.list()).toHaveLength(40);
});

it('lists the newest first, within a millisecond and when the clock is set back, too', () => {
  for (const [n, marks] of [{}, OURS, { signed: true }, OURS, {}].entries()) {
    now = 1_000_000 - (n >> 1);
    refused.add(URL, `${n}`, marks, costly);
  }
  expect(refused.list().map(({ reason }) => reason)).toEqual(['4', '3', '2', '1', '0']);
});

it('logs no query, which may be a text', () => {
  refused.add(`${URL}?q=secret`, 'wrong', OURS, costly);
  expect(JSON.stringify(logged)).not.toContain('secret');
});
