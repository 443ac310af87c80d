import { beforeEach, expect, it, vi } from 'vitest';
import type { ChatService } from '../../chat/chat.service.js';
import type { Message } from '../../chat/messages/message.js';
import { outcome } from '../../chat/trace/outcome.js';
import { traceOf } from '../../chat/trace/trace.js';
import type { Clock } from '../../clock.js';
import { botConfig } from '../../config/bot-config.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import { StorageError } from '../../storage/storage.error.js';
import type { Channel } from '../outbox/channel.js';
import type { DeliveryService } from '../outbox/delivery.service.js';
import type { OutboxStore } from '../outbox/outbox.store.js';
import type { Prepared } from '../outbox/outgoing.js';
import { VerdictsService } from '../outbox/verdicts.service.js';
import type { Claim } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import type { TurnStore } from '../turns/turn.store.js';
import type { Draft, Work } from '../turns/work.js';
import { AnsweringService } from './answering.service.js';
import type { FormsService } from './forms.service.js';
import type { DayLimits } from './day-limits.js';
import type { MediaNotes } from './media.js';
import type { ReadingService } from './reading.js';

const claim = { conversationId: 'c' } as Claim;
const media = [{ url: 'https://api.example/photo', contentType: 'image/jpeg' }];
const PHOTO = { id: '1', conversationId: 'c', text: '', details: { media }, createdAt: 0 };
const TEXT = { id: '2', conversationId: 'c', text: 'How much is it?', createdAt: 1 };
const workOf = (...waiting: object[]) =>
  ({ waiting: waiting as Message[], waitingInAll: waiting.length }) as Work;

const trace = traceOf(outcome('documents'));

let stored: Draft[];
let first: Prepared | undefined;
let storeIsAway: boolean;
const record = vi.fn<OutboxStore['record']>(async () => null);
let replied: string[][];
let whileReading: () => void;
const signals = new Signals();
const visit = { ends: new AbortController() };

const turns = {
  open: vi.fn<() => Promise<Work>>(),
  answer: async (_: Claim, draft: Draft) => {
    stored.push(draft);
    if (storeIsAway) throw new StorageError('no answer came');
    return 'stored';
  },
};
const service = new AnsweringService(
  turns as unknown as TurnStore,
  {} as ChatService,
  {
    reply: async (messages: Message[]) => {
      replied.push(messages.map(({ id }) => id));
      return { text: 'An answer', mode: 'extractive', sources: [], trace };
    },
  } as unknown as FormsService,
  { current: async () => botConfig({}, new Env()) } as BotConfigService,
  { parts: (text: string) => [text], typing: () => undefined } as unknown as Channel,
  { prepare: async () => first } as unknown as DeliveryService,
  new VerdictsService({ record } as unknown as OutboxStore, { now: () => 0 } as Clock),
  {
    read: async (_: Claim, messages: Message[]) => {
      whileReading();
      return messages;
    },
  } as unknown as ReadingService,
  { joinedTo: async (reply: unknown) => reply } as unknown as MediaNotes,
  { of: async (share: unknown) => share } as unknown as DayLimits,
  signals,
  { now: () => 0 } as Clock,
);
const answer = (work: Work) => service.answer(claim, work, visit.ends.signal);

beforeEach(() => {
  [stored, replied] = [[], []];
  [first, storeIsAway] = [undefined, false];
  visit.ends = new AbortController();
});

it('a visit that ends while media are read stores nothing: the message waits for the next', async () => {
  whileReading = () => visit.ends.abort();
  expect(await answer(workOf(PHOTO))).toBeUndefined();
  expect(stored).toEqual([]);
});

it('what arrives while media are read joins before an answer is begun', async () => {
  let arrives = () => void signals.send('arrived', 'c', TEXT.id);
  whileReading = () => {
    arrives();
    arrives = () => undefined;
  };
  turns.open.mockResolvedValueOnce(workOf(PHOTO, TEXT));
  expect(await answer(workOf(PHOTO))).toMatchObject({ draft: { turnId: stored[0].turnId } });
  expect(replied).toEqual([['1', '2']]);
  expect(stored.map(({ covers }) => covers)).toEqual([['1', '2']]);
});

it("a person's reply while media are read is sent before any answer is begun", async () => {
  whileReading = () => signals.send('replied', 'c', 'turn');
  turns.open.mockResolvedValueOnce({ ...workOf(PHOTO), turn: {} as Work['turn'] });
  expect(await answer(workOf(PHOTO))).toBeUndefined();
  expect([replied, stored]).toEqual([[], []]);
});

it('who wants no more messages meanwhile gets no answer: that wish comes first', async () => {
  let arrives = () => void signals.send('arrived', 'c', '3');
  whileReading = () => {
    arrives();
    arrives = () => undefined;
  };
  turns.open.mockResolvedValueOnce(workOf(PHOTO, { ...TEXT, id: '3', text: 'STOP' }));
  expect(await answer(workOf(PHOTO))).toBeUndefined();
  expect([replied, stored]).toEqual([[], []]);
});

it('an answer that the store may have taken with its attempt is recorded as not sent', async () => {
  whileReading = () => undefined;
  first = { id: 'attempt', leaseMs: 1000, deadline: 10_000 };
  storeIsAway = true;
  await expect(answer(workOf(PHOTO))).rejects.toThrow('no answer came');
  expect(stored).toMatchObject([{ first: { id: 'attempt' } }]);
  const [[, attempt, verdict]] = record.mock.calls;
  expect([attempt, verdict.kind]).toEqual(['attempt', 'retry']);
});
