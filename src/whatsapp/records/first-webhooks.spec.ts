import { Logger } from '@nestjs/common';
import { expect, it, vi } from 'vitest';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import { FirstWebhooks } from './first-webhooks.js';
import type { WhatsAppRecords } from './records.store.js';

const NUMBER = 'whatsapp:+14155238886';

function noted(store: () => Promise<void> = async () => undefined) {
  const written: unknown[][] = [];
  const records = { noteWebhook: async (...what: unknown[]) => (written.push(what), store()) };
  const clock = new SetClock(1000);
  return { written, clock, first: new FirstWebhooks(records as unknown as WhatsAppRecords, clock) };
}

it('writes once for each number, whatever comes', () => {
  const { written, first, clock } = noted();
  for (let n = 0; n < 5; n++, clock.time++) first.note('AC1', NUMBER);
  first.note('AC1', 'whatsapp:+14155238887');
  expect(written).toEqual([
    ['AC1', NUMBER, 1000],
    ['AC1', 'whatsapp:+14155238887', 1005],
  ]);
});

it('tries again at the next one, with the time of the first', async () => {
  let away = true;
  const debug = vi.spyOn(Logger.prototype, 'debug').mockReturnValue(undefined);
  const { written, first, clock } = noted(() =>
    away ? Promise.reject(new Error('away')) : Promise.resolve(),
  );
  first.note('AC1', NUMBER);
  await vi.waitUntil(() => !first['seen'].values().next().value!.stored);
  away = false;
  debug.mockRestore();
  clock.time = 9000;
  first.note('AC1', NUMBER);
  first.note('AC1', NUMBER);
  const once = ['AC1', NUMBER, 1000];
  expect(written).toEqual([once, once]);
});

it.each([
  [undefined, NUMBER],
  ['AC1', undefined],
  ['AC1', 'messenger:1'],
  ['AC1', ['x']],
])('takes no note of %j, %j', (account, number) => {
  const { written, first } = noted();
  first.note(account, number);
  expect(written).toEqual([]);
});
