import { expect, test } from 'vitest';
import { ok, skipped, wrong } from '../../test/support/doctor/findings.js';
import type { Installation } from './installation.js';
import { lines } from './lines.check.js';

const seen = (diagnosis: () => Promise<object | undefined>) =>
  lines({ running: { diagnosis } } as unknown as Installation);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => `+1500555000${n}`);

test('names the numbers where nobody answers, who waits there and what to do', async () => {
  const told = { unset_lines: numbers(2), unset_waiting: 3 };
  const nobody = /^nobody answers at \+15005550000, \+15005550001: .*not set up; 3 messages wait/;
  const cure = /Settings, Lines.*24 hours.*TWILIO_WHATSAPP_FROM/;
  expect(await seen(async () => told)).toMatchObject(wrong(nobody, cure));
  const one = { unset_lines: numbers(1), unset_waiting: 1 };
  expect(await seen(async () => one)).toMatchObject(wrong(/; 1 message waits there$/, cure));
});

test('names a few of many', async () => {
  const many = { unset_lines: numbers(7), unset_waiting: 0 };
  expect(await seen(async () => many)).toMatchObject(
    wrong(/0004 and 2 more: .*; no message waits there$/, /PUT \/api\/v1\/lines/),
  );
});

test('is content where each is set up, and asks nobody where nobody is', async () => {
  expect(await seen(async () => ({}))).toMatchObject(ok(/every number that was written to/));
  expect(await seen(async () => undefined)).toMatchObject(skipped(/the running process/));
});
