import { expect, test } from 'vitest';
import type { Claim } from '../queue/queue.store.js';
import type { Part } from '../turns/part.js';
import type { Turn } from '../turns/turn.js';
import type { Work } from '../turns/work.js';
import { SystemClock } from '../../clock.js';
import { DeliveryService } from './delivery.service.js';
import type { OutboxStore } from './outbox.store.js';

const NOW = Date.UTC(2026, 11, 3);
const NUMBER = '+15005550006';

/** A part whose attempt began 90 s ago is come back to; what became of it, and when it is due again. */
async function visited(more: Partial<Part>) {
  const marked: string[] = [];
  const outbox = { markUncertain: async (_: Claim, id: string) => void marked.push(id) };
  const none = {} as never;
  const store = outbox as unknown as OutboxStore;
  const service = new DeliveryService(store, none, none, none, none, new SystemClock());
  const part = { id: 'p', state: 'sending', attempt: 'a', attemptedAt: NOW - 90_000, ...more };
  const turn = { parts: [part] } as Partial<Turn> as Turn;
  const work = { now: NOW } as Partial<Work> as Work;
  const claim = { conversationId: 'c', token: 1, crashes: 0 };
  const outgoing = { turn, work, release: { crashes: 0 } };
  const left = await service.deliver(claim, outgoing, new AbortController().signal);
  return { left, marked };
}

const lookedFor = (attempt: string) => ({ attempt }) as Part['evidence'];

test.each([
  ['that nobody has looked for', { sentFrom: NUMBER }],
  ['of which only a former one was looked for', { sentFrom: NUMBER, evidence: lookedFor('b') }],
])('a send %s is looked for before it is uncertain', async (_, more) => {
  const { left, marked } = await visited(more);
  expect(left).toBeGreaterThan(30_000);
  expect(marked).toEqual([]);
});

test.each([
  ['that was looked for', { sentFrom: NUMBER, evidence: lookedFor('a') }],
  ['that nobody can look for', {}],
])('a send %s is uncertain after a minute', async (_, more) => {
  expect(await visited(more)).toEqual({ left: undefined, marked: ['p'] });
});
