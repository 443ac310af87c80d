import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SystemClock } from '../../clock.js';
import type { Env } from '../../env/env.js';
import { MemoryHolds } from '../../../test/support/stores/memory/holds.js';
import { Holds } from '../holds/holds.js';
import type { Channel } from '../outbox/channel.js';
import { DeliveryService } from '../outbox/delivery.service.js';
import type { MessageCosts } from '../outbox/message-costs.js';
import type { OutboxStore } from '../outbox/outbox.store.js';
import { VerdictsService } from '../outbox/verdicts.service.js';
import type { Claim, QueueStore } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import type { Turn } from '../turns/turn.js';
import type { Work } from '../turns/work.js';
import type { VisitService } from './visit/visit.service.js';
import { Worker } from './worker.js';

const CLAIM: Claim = { conversationId: 'c', token: 1, crashes: 0 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a lease is renewed in time, though two renewals in a row fail', async () => {
  let leasedFor = 0;
  let renewals = 0;
  const due = [CLAIM];
  const queue = {
    claim: async (_: number, leaseMs: number) => ((leasedFor = leaseMs), due.splice(0)),
    renew: async (_: Claim, leaseMs: number) => {
      expect(leaseMs).toBe(leasedFor);
      if (++renewals < 3) throw new Error('away');
      return true;
    },
    release: async () => undefined,
  } as unknown as QueueStore;
  let end = () => undefined as void;
  const visit = () => new Promise<void>((resolve) => (end = resolve));
  const env = { WORKER_CONCURRENCY: 1 } as Env;
  const visits = { visit } as unknown as VisitService;
  const worker = new Worker(env, queue, visits, new Signals(), new SystemClock());
  worker.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(0);
  await vi.advanceTimersByTimeAsync(leasedFor - 1);
  expect(renewals).toBeGreaterThanOrEqual(3);
  end();
  await worker.onModuleDestroy();
});

test('a request to send ends long before the lease that was prolonged for it', async () => {
  let leasedUntil = 0;
  let deadline = Infinity;
  const outbox = {
    begin: async (_: Claim, __: string, ___: string, leaseMs: number) => {
      leasedUntil = Date.now() + leaseMs;
      return '+15005550006';
    },
    record: async () => ({ state: 'accepted' }),
  } as unknown as OutboxStore;
  const channel = {
    sender: async () => undefined,
    send: async (part: { deadline: number }) => {
      ({ deadline } = part);
      return { kind: 'accepted', sid: 'SM1', status: 'queued' };
    },
  } as unknown as Channel;
  const holds = new Holds(new MemoryHolds());
  const clock = new SystemClock();
  const verdicts = new VerdictsService(outbox, clock);
  const free = { sent: () => undefined } as unknown as MessageCosts;
  const delivery = new DeliveryService(outbox, verdicts, channel, holds, free, clock);
  const part = { id: 'p', turnId: 't', position: 0, body: 'Hi', state: 'pending' };
  const turn = { id: 't', conversationId: 'c', limited: false, parts: [part] } as Turn;
  const work = { now: Date.now() } as Work;
  const outgoing = { turn, work, release: { crashes: 0 } };
  await delivery.deliver(CLAIM, outgoing, new AbortController().signal);
  const [request, lease] = [deadline - Date.now(), leasedUntil - Date.now()];
  expect(request).toBeGreaterThan(0);
  expect(lease).toBeGreaterThanOrEqual(2 * request);
});
