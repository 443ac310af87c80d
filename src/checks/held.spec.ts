import { expect, test } from 'vitest';
import { held } from './held.js';
import type { Installation } from './installation.js';

const hold = {
  since: '2026-11-01T00:00:00.000Z',
  code: 21609,
  message: 'Invalid StatusCallback',
  action: 'Set PUBLIC_URL.',
  waiting: 7,
};
const seen = (diagnosis: () => Promise<object | undefined>) =>
  held({ running: { diagnosis } } as unknown as Installation);

test('says since when the account is held, by what, who waits and what to do', async () => {
  expect(await seen(async () => ({ account_hold: hold }))).toEqual({
    status: 'wrong',
    detail: expect.stringMatching(/since 2026-11-01.*\(21609: Invalid StatusCallback\).*: 7$/),
    cure: expect.stringMatching(/^Set PUBLIC_URL\. .*go out by themselves/),
  });
});

test('names the lines that are refused, where it is not the account', async () => {
  const lines = ['default', ...Array.from({ length: 6 }, (_, n) => `+1500555000${n}`)];
  const held_lines = lines.map((line) => ({ ...hold, line }));
  const result = await seen(async () => ({ account_hold: null, held_lines }));
  expect(result).toMatchObject({
    status: 'wrong',
    detail: expect.stringMatching(/the default line since.*the line \+15005550003 .*; and 2 more/),
    cure: 'Set PUBLIC_URL. The answers then go out by themselves.',
  });
});

test('says nothing while Twilio takes the answers, or where nobody can be asked', async () => {
  expect(await seen(async () => ({ account_hold: null }))).toBeUndefined();
  expect(await seen(async () => undefined)).toBeUndefined();
  expect(await seen(() => Promise.reject(new Error('no answer')))).toBeUndefined();
});
