import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SetClock } from '../../test/support/stores/set-clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { Env } from '../env/env.js';
import type { Inbound } from '../mailbox/intake/inbound.js';
import type { IntakeService } from '../mailbox/intake/intake.service.js';
import { StorageError } from '../storage/storage.error.js';
import type { ListedMessage } from '../whatsapp/sending/listed-message.js';
import { type LogQuery, LogTrouble, type MessageLog } from '../whatsapp/sending/message-log.js';
import { BackfillService } from './backfill.service.js';
import type { ReconciliationStore } from './reconciliation.store.js';

const NUMBER = 'whatsapp:+14155238886';
const NOW = Date.UTC(2026, 10, 28, 12);
const [MINUTE, HOUR] = [60_000, 3_600_000];
const config = { twilioAccountSid: 'AC1' } as BotConfig;

let clock: SetClock;
let inList: ListedMessage[];
let sentTo: ListedMessage[];
let accepted: Inbound[];
let lookedUntil: number[];
let pages: number;
let failing: { log?: Error; intake?: Error };
let service: BackfillService;

const message = (n: number, over: Partial<ListedMessage> = {}): ListedMessage => ({
  sid: `SM${n}`,
  inbound: true,
  from: `whatsapp:+1500555${1000 + n}`,
  to: NUMBER,
  body: `text ${n}`,
  status: 'received',
  createdAt: NOW - HOUR + n,
  mediaCount: 0,
  messagingServiceSid: null,
  ...over,
});

beforeEach(() => {
  vi.spyOn(Logger.prototype, 'log').mockReturnValue(undefined);
  vi.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
  clock = new SetClock(NOW);
  [inList, sentTo, accepted, lookedUntil, pages, failing] = [[], [], [], [], 0, {}];
  const here = (sid: string) => accepted.some(({ id }) => id === sid);
  const store: Partial<ReconciliationStore> = {
    numbers: async () => [{ number: NUMBER, firstWebhookAt: NOW - 48 * HOUR }],
    missing: async (sids) => sids.filter((sid) => !here(sid)),
    known: async (_, sids) => sids.filter((sid) => sid === 'OURS'),
    openTo: async () => [],
    keepLookedUntil: async (_, __, until) => void lookedUntil.push(until),
  };
  const log = { page, media: async () => [{ url: 'https://x/ME1', contentType: 'image/png' }] };
  const intake = {
    accept: async (inbound: Inbound) => {
      if (failing.intake && accepted.length === 1) throw failing.intake;
      accepted.push(inbound);
      return { conversationId: 'c', messageId: inbound.id, duplicate: false };
    },
  };
  service = new BackfillService(
    store as ReconciliationStore,
    log as unknown as MessageLog,
    intake as unknown as IntakeService,
    new Env(),
    clock,
  );
});
afterEach(() => void vi.restoreAllMocks());

/** Two messages a page, the newest first. */
async function page({ to }: LogQuery, next = '0') {
  if (to !== NUMBER) return { messages: sentTo, twilioNow: NOW };
  pages++;
  if (failing.log && pages === 2) throw failing.log;
  const from = Number(next);
  const newest = inList.toReversed().slice(from, from + 2);
  const more = from + 2 < inList.length ? String(from + 2) : undefined;
  return { messages: newest, next: more, twilioNow: NOW };
}

const always = () => true;
const until = (ends: number) => () => clock.time < ends;
const ids = () => accepted.map(({ id }) => id);
const few = (most: number) => Array.from({ length: most }, (_, n) => message(n));

it('takes in what is missing, the oldest first, with the time at which it came', async () => {
  inList = few(5);
  expect(await service.round(config, always)).toBe(false);
  expect(ids()).toEqual(['SM0', 'SM1', 'SM2', 'SM3', 'SM4']);
  expect(accepted[0]).toMatchObject({ text: 'text 0', phone: '+15005551000' });
  expect(accepted[0].receivedAt).toBe(inList[0].createdAt);
  expect(lookedUntil).toEqual([NOW - MINUTE]);
});

it('goes on in the next round where it stopped, and takes nothing in twice', async () => {
  inList = few(30);
  const { accept } = service['intake'];
  service['intake'].accept = (inbound) => (clock.time++, accept(inbound));
  // Time for one message a round, or for one page.
  for (let round = 0; round < 100 && lookedUntil.length === 0; round++)
    await service.round(config, until(clock.time + 1));
  expect(pages).toBe(15);
  expect(ids()).toEqual(inList.map(({ sid }) => sid));
  expect(lookedUntil).toHaveLength(1);
});

it.each([
  ['Twilio fails', { log: new LogTrouble('HTTP 500') }],
  ['the store is away', { intake: new StorageError('away') }],
])('loses nothing when %s on the way', async (_what, fault) => {
  inList = few(4);
  failing = fault;
  await expect(service.round(config, always)).rejects.toThrow();
  expect(lookedUntil).toEqual([]);
  failing = {};
  await service.round(config, always);
  expect(ids()).toEqual(['SM0', 'SM1', 'SM2', 'SM3']);
  expect(lookedUntil).toHaveLength(1);
});

it('leaves alone what somebody else has answered, and not what we have', async () => {
  inList = few(2);
  const sent = { inbound: false, from: NUMBER, createdAt: NOW };
  sentTo = [message(9, { ...sent, sid: 'OURS', to: inList[0].from! })];
  sentTo.push(message(9, { ...sent, sid: 'THEIRS', to: inList[1].from! }));
  await service.round(config, always);
  expect(ids()).toEqual(['SM0']);
});

it('takes in the rest when a message has no sender that can be read', async () => {
  inList = [message(0), message(1, { from: 'whatsapp:' }), message(2)];
  await service.round(config, always);
  expect(ids()).toEqual(['SM0', 'SM2']);
  expect(lookedUntil).toHaveLength(1);
});

it('reads the list anew when the place where it stopped can no longer be read', async () => {
  inList = few(4);
  const { page: read } = service['log'];
  const asked: (string | undefined)[] = [];
  service['log'].page = async (query, next) => {
    if (query.to === NUMBER) asked.push(next);
    if (next && asked.length <= 4) throw new LogTrouble('HTTP 400');
    return read(query, next);
  };
  // Time for one page only.
  await service.round(config, until(clock.time));
  for (let round = 0; round < 3; round++)
    await expect(service.round(config, always)).rejects.toThrow(LogTrouble);
  await service.round(config, always);
  expect(asked).toEqual([undefined, '2', '2', '2', undefined, '2']);
  expect(ids()).toEqual(['SM0', 'SM1', 'SM2', 'SM3']);
});

it('brings media as a webhook would, and says of what shows nothing that it is unknown', async () => {
  inList = [message(0, { mediaCount: 1, body: '' }), message(1, { body: '' })];
  await service.round(config, always);
  expect(accepted[0].details.media).toEqual([{ url: 'https://x/ME1', contentType: 'image/png' }]);
  expect(accepted[1].details.kind).toBe('unknown');
});
