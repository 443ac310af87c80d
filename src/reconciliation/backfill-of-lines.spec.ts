import { beforeEach, expect, it, vi } from 'vitest';
import type { Clock } from '../clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { Env } from '../env/env.js';
import type { Inbound } from '../mailbox/intake/inbound.js';
import type { IntakeService } from '../mailbox/intake/intake.service.js';
import type { ListedMessage } from '../whatsapp/sending/listed-message.js';
import { type LogQuery, LogTrouble, type MessageLog } from '../whatsapp/sending/message-log.js';
import { BackfillService } from './backfill.service.js';
import type { ReconciliationStore } from './reconciliation.store.js';

const NOW = Date.UTC(2026, 10, 28, 12);
const HOUR = 3_600_000;
const SERVICE = `MG${'1'.repeat(32)}`;
const NUMBERS = ['1', '2', '3'].map((n) => `whatsapp:+1500555000${n}`);
const config = { twilioAccountSid: 'AC1' } as BotConfig;

let asked: string[];
let accepted: Inbound[];
let service: BackfillService;
let failing: string | undefined;

/** One message missed on each number. */
const message = (to: string): ListedMessage => ({
  sid: `SM${to.slice(-1)}`,
  inbound: true,
  from: 'whatsapp:+15005551000',
  to,
  body: 'text',
  status: 'received',
  createdAt: NOW - HOUR,
  mediaCount: 0,
  messagingServiceSid: to === NUMBERS[1] ? SERVICE : null,
});

beforeEach(() => {
  [asked, accepted, failing] = [[], [], undefined];
  const store: Partial<ReconciliationStore> = {
    numbers: async () => NUMBERS.map((number) => ({ number, firstWebhookAt: NOW - 48 * HOUR })),
    missing: async (sids) => sids.filter((sid) => !accepted.some(({ id }) => id === sid)),
    known: async () => [],
    openTo: async () => [],
    keepLookedUntil: async () => undefined,
  };
  const page = async ({ to = '' }: LogQuery) => {
    if (!NUMBERS.includes(to)) return { messages: [], twilioNow: NOW };
    asked.push(to.slice(-1));
    if (to === failing) throw new LogTrouble('HTTP 400');
    return { messages: [message(to)], twilioNow: NOW };
  };
  const accept = async (inbound: Inbound) => {
    accepted.push(inbound);
    return { conversationId: 'c', messageId: inbound.id, duplicate: false };
  };
  const [log, intake] = [{ page } as MessageLog, { accept } as unknown as IntakeService];
  const clock: Clock = { now: () => NOW };
  service = new BackfillService(store as ReconciliationStore, log, intake, new Env(), clock);
  vi.spyOn(service['logger'], 'warn').mockReturnValue(undefined);
});

const always = () => true;
const ids = () => accepted.map(({ id }) => id);

it('looks at each number, and brings what it was written to', async () => {
  expect(await service.round(config, always)).toBe(false);
  expect(accepted.map(({ to }) => to)).toEqual([
    { to: NUMBERS[0] },
    { to: NUMBERS[1], service: SERVICE },
    { to: NUMBERS[2] },
  ]);
});

it('comes to the last number, though each round has time for one only', async () => {
  // One look at the list, and one at what was sent to the person.
  const briefly = () => {
    let looks = 0;
    return () => ++looks < 2;
  };
  for (let round = 1; await service.round(config, briefly()); round++)
    expect(round).toBeLessThan(10);
  expect(asked).toEqual(['1', '2', '3']);
  expect(ids()).toEqual(['SM1', 'SM2', 'SM3']);
});

it('looks at the others while the list of one number can’t be read, again and again', async () => {
  failing = NUMBERS[0];
  for (let round = 0; round < 3; round++)
    await expect(service.round(config, always)).rejects.toThrow(LogTrouble);
  expect(asked.join('')).toBe('1231231');
  expect(ids()).toEqual(['SM2', 'SM3']);
  failing = undefined;
  expect(await service.round(config, always)).toBe(false);
  expect(ids()).toEqual(['SM2', 'SM3', 'SM1']);
});
