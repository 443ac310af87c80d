import { expect, test, vi } from 'vitest';
import type { Message } from '../../chat/messages/message.js';
import type { Kept } from '../answering/answering.service.js';
import type { DeliveryService } from '../outbox/delivery.service.js';
import type { Outgoing } from '../outbox/outgoing.js';
import type { Claim, QueueStore } from '../queue/queue.store.js';
import type { TurnStore } from '../turns/turn.store.js';
import type { Draft, Work } from '../turns/work.js';
import { VisitService } from './visit.service.js';

const CLAIM: Claim = { conversationId: 'c', token: 1, crashes: 0 };
const message = (id: string) => ({ id, conversationId: 'c', text: id }) as Message;
const BEGUN = { id: 'attempt', to: '+12025550101', deadline: 1 };

/** What is sent after an answer to the first of these messages that was stored with its attempt. */
async function sentAfter(waiting: string[], draft: Partial<Draft> = {}) {
  const work = {
    waiting: waiting.map(message),
    waitingInAll: waiting.length,
    wakes: 7,
    unsettled: 0,
    earlier: { messages: [] },
    now: 5,
  } as Partial<Work> as Work;
  const parts = [1, 2].map((n) => ({ id: `p${n}`, body: `${n}` }));
  const answer = { turnId: 't', limited: false, covers: ['first'], parts, ...draft } as Draft;
  const kept: Kept = { draft: answer, begun: BEGUN };
  const open = vi.fn(async () => work);
  const deliver = vi.fn<DeliveryService['deliver']>(async () => 'released');
  const visits = new VisitService(
    {} as QueueStore,
    {} as never,
    { open } as unknown as TurnStore,
    { answer: async () => kept } as never,
    { deliver } as unknown as DeliveryService,
    {} as never,
    { applyWish: async (_: Claim, work: Work) => work } as never,
  );
  vi.spyOn(visits['logger'], 'log').mockReturnValue(undefined);
  await visits.visit(CLAIM, new AbortController().signal);
  expect(open).toHaveBeenCalledTimes(1);
  return deliver.mock.calls[0][1] as Outgoing;
}

test('its first part is on its way, and the mailbox sleeps once all of it is sent', async () => {
  const { turn, begun, release } = await sentAfter(['first']);
  expect(begun).toBe(BEGUN);
  expect(turn.parts).toMatchObject([
    { id: 'p1', state: 'sending', attempt: 'attempt', sentTo: '+12025550101' },
    { id: 'p2', state: 'pending' },
  ]);
  expect(release).toEqual({ wakes: 7, crashes: 0 });
});

test('what waits beside it is due at once after it', async () => {
  const { release, work } = await sentAfter(['first', 'second']);
  expect(release).toEqual({ wakes: 7, dueInMs: 0, crashes: 0 });
  expect(work.waiting.map(({ id }) => id)).toEqual(['second']);
});

test('after one that passes the sender on, they wait for a person', async () => {
  expect((await sentAfter(['first'], { handover: true })).work.waitingSince).toBe(5);
});
