import { expect, test, vi } from 'vitest';
import type { Message } from '../../../chat/messages/message.js';
import type { Kept } from '../../answering/answering.service.js';
import type { DeliveryService } from '../../outbox/delivery.service.js';
import type { Outgoing } from '../../outbox/outgoing.js';
import type { Claim, QueueStore } from '../../queue/queue.store.js';
import type { TurnStore } from '../../turns/turn.store.js';
import type { Draft, Work } from '../../turns/work.js';
import { VisitService } from './visit.service.js';

const CLAIM: Claim = { conversationId: 'c', token: 1, crashes: 0 };
const message = (id: string) => ({ id, conversationId: 'c', text: id }) as Message;
const BEGUN = { id: 'attempt', to: '+12025550101', deadline: 1 };

/** What is sent after an answer to the first of these messages that was stored with its attempt. */
async function visited(waiting: string[], draft: Partial<Draft> = {}, mustEnd = false) {
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
  const stop = new AbortController();
  const deliver = vi.fn<DeliveryService['deliver']>(async () => {
    if (!mustEnd) return 'released';
    stop.abort();
    return 0;
  });
  const release = vi.fn<QueueStore['release']>();
  const visits = new VisitService(
    { release } as unknown as QueueStore,
    {} as never,
    { open } as unknown as TurnStore,
    { answer: async () => kept } as never,
    { deliver } as unknown as DeliveryService,
    {} as never,
    { applyWish: async (_: Claim, work: Work) => work } as never,
    { keep: async () => false } as never,
    {} as never,
  );
  vi.spyOn(visits['logger'], 'log').mockReturnValue(undefined);
  await visits.visit(CLAIM, stop.signal);
  expect(open).toHaveBeenCalledTimes(1);
  return { outgoing: deliver.mock.calls[0][1] as Outgoing, released: release.mock.calls[0]?.[1] };
}

const sentAfter = async (...given: Parameters<typeof visited>) =>
  (await visited(...given)).outgoing;

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
  expect((await sentAfter(['first'], { handover: { reason: 'asked' } })).work.waitingSince).toBe(5);
});

test('a visit that must end before all is sent leaves the mailbox its place in line', async () => {
  const { released } = await visited(['first', 'second'], {}, true);
  expect(released).toEqual({ wakes: 7, dueInMs: 'as-before' });
});
