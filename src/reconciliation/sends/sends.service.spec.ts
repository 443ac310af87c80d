import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import type { StatusUpdate } from '../../mailbox/outbox/status-update.js';
import type { StatusUpdatesService } from '../../mailbox/outbox/status-updates.service.js';
import { Signals } from '../../mailbox/queue/signals.js';
import type { Evidence } from '../../mailbox/turns/evidence.js';
import type { ListedMessage } from '../../whatsapp/sending/listed-message.js';
import { LogTrouble, type MessageLog } from '../../whatsapp/sending/message-log.js';
import type { OpenAttempt } from './matching.js';
import type { DueLook, ReconciliationStore } from '../reconciliation.store.js';
import { SendsService } from './sends.service.js';

const ACCOUNT = `AC${'1'.repeat(32)}`;
const FROM = 'whatsapp:+14155238886';
const MINUTE = 60_000;

let clock: SetClock;
let attempt: OpenAttempt;
let listed: ListedMessage[] | Error;
let kept: { evidence: Evidence; again: number | null }[];
let resent: Evidence[];
let taken: StatusUpdate[];
let config: Partial<BotConfig>;

beforeEach(() => {
  vi.spyOn(Logger.prototype, 'log').mockReturnValue(undefined);
  vi.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
  clock = new SetClock(Date.UTC(2026, 10, 28, 12));
  const begun = { to: '+15005550006', from: FROM, account: ACCOUNT, begunAt: clock.time };
  attempt = { id: 'a1', kind: 'part', text: 'hola', ...begun };
  [listed, kept, resent, taken] = [[], [], [], []];
  config = { twilioAccountSid: ACCOUNT, uncertainSends: 'hold' };
});
afterEach(() => void vi.restoreAllMocks());

const message = (over: Partial<ListedMessage> = {}): ListedMessage => ({
  sid: 'SM1',
  inbound: false,
  from: FROM,
  to: 'whatsapp:+15005550006',
  body: 'hola',
  status: 'sent',
  createdAt: attempt.begunAt + 1000,
  mediaCount: 0,
  messagingServiceSid: null,
  ...over,
});

/** One round, `minutes` after the attempt began; the store's clock is by `ahead` ms ahead of ours. */
async function round(minutes: number, uncertain = true, ahead = 0): Promise<void> {
  clock.time = attempt.begunAt + minutes * MINUTE - ahead;
  const look: DueLook = { partId: 'p', attempt, uncertain, evidence: kept.at(-1)?.evidence };
  const store: Partial<ReconciliationStore> = {
    due: async () => ({ now: clock.time + ahead, looks: [look] }),
    openTo: async () => [attempt],
    known: async () => [],
    keepLook: async (_, evidence, again) => void kept.push({ evidence, again }),
    resend: async (_, evidence) => (resent.push(evidence), true),
  };
  const log = {
    page: async () => {
      if (listed instanceof Error) throw listed;
      return { messages: listed, twilioNow: attempt.begunAt + minutes * MINUTE };
    },
  };
  const updates = { take: async (update: StatusUpdate) => void taken.push(update) };
  const service = new SendsService(
    store as ReconciliationStore,
    log as unknown as MessageLog,
    updates as unknown as StatusUpdatesService,
    new Signals(),
    clock,
  );
  await service.round(config as BotConfig, () => true);
}

it('settles what is found as its callback would, by the attempt', async () => {
  listed = [message()];
  await round(1);
  expect(taken).toMatchObject([{ sid: 'SM1', status: 'sent', attempt: 'a1' }]);
  expect([taken[0].failure, kept]).toEqual([undefined, []]);
});

it('settles a message that failed by its error', async () => {
  listed = [message({ status: 'undelivered', errorCode: 63016, errorMessage: 'outside' })];
  await round(1);
  expect(taken).toMatchObject([{ failure: { kind: 'dead', error: { code: 63016 } } }]);
});

it('corrects the clocks: of the store, of this process and of Twilio', async () => {
  listed = [message()];
  await round(1, false, 30 * MINUTE);
  expect(taken).toHaveLength(1);
});

it('keeps what it saw, and looks again later', async () => {
  listed = [message(), message({ sid: 'SM2' })];
  await round(1);
  expect(taken).toEqual([]);
  const [{ evidence, again }] = kept;
  expect(evidence).toMatchObject({ attempt: 'a1', complete: true, looks: 1 });
  expect(evidence.candidates.map(({ sid, fits }) => [sid, fits])).toEqual([
    ['SM1', true],
    ['SM2', true],
  ]);
  expect(again).toBe(MINUTE);
});

it('sends nothing again by itself, however long it is absent', async () => {
  for (const minutes of [1, 3, 6, 9, 12, 60]) await round(minutes);
  expect([resent, kept.length]).toEqual([[], 6]);
});

it('sends again after ten minutes of absence where that is wanted', async () => {
  config.uncertainSends = 'resend';
  await round(0.3, false);
  for (const minutes of [1, 3, 6, 9]) await round(minutes);
  expect(resent).toEqual([]);
  await round(11);
  expect(resent).toMatchObject([{ attempt: 'a1', resends: 1, looks: 6 }]);
});

it('does not send again what may be there without its text', async () => {
  config.uncertainSends = 'resend';
  listed = [message({ body: '' })];
  for (const minutes of [1, 3, 6, 9, 11, 20]) await round(minutes);
  expect(resent).toEqual([]);
});

it('says in the evidence why Twilio could not be asked, and ends the round', async () => {
  listed = new LogTrouble('HTTP 401');
  await expect(round(1)).rejects.toThrow('HTTP 401');
  expect(kept).toMatchObject([
    { evidence: { complete: false, problem: 'HTTP 401' }, again: MINUTE },
  ]);
});

it('does not look in the list of another account', async () => {
  listed = new Error('never asked');
  attempt.account = `AC${'2'.repeat(32)}`;
  await round(1);
  expect(kept[0].evidence.problem).toMatch(/another account/);
});
