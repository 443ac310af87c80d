import { expect, test, vi } from 'vitest';
import type { Message } from '../../../chat/messages/message.js';
import type { AnsweringService, Kept } from '../../answering/answering.service.js';
import type { QueueStore } from '../../queue/queue.store.js';
import type { TurnStore } from '../../turns/turn.store.js';
import type { Draft, Work } from '../../turns/work.js';
import { VisitService } from './visit.service.js';

const message = (id: string) => ({ id, conversationId: 'c', text: id }) as Message;

/** A mailbox in which messages wait is visited four times: how many were tried, what was released. */
async function visited(kept: Kept | undefined) {
  const work = {
    waiting: ['a', 'b'].map(message),
    waitingInAll: 2,
    wakes: 7,
    unsettled: 0,
    now: 5,
  } as Partial<Work> as Work;
  const answer = vi.fn<AnsweringService['answer']>(async () => kept);
  const release = vi.fn<QueueStore['release']>();
  const visits = new VisitService(
    { release } as unknown as QueueStore,
    {} as never,
    { open: async () => work } as unknown as TurnStore,
    { answer } as unknown as AnsweringService,
    {} as never,
    {} as never,
    { applyWish: async (_: unknown, before: Work) => before } as never,
    { keep: async () => false } as never,
    {} as never,
  );
  const claim = { conversationId: 'c', token: 1, crashes: 2 };
  for (let n = 0; n < 4; n++) await visits.visit(claim, new AbortController().signal);
  return {
    most: answer.mock.calls.map(([, , , most]) => most),
    crashes: release.mock.calls.map(([, { crashes }]) => crashes),
  };
}

test('a suspect is tried by more messages with each answer, and stays one while any wait', async () => {
  const { most, crashes } = await visited({ draft: {} as Draft });
  expect(most).toEqual([1, 1, 4, 16]);
  expect(crashes).toEqual([2, 2, 2, 2]);
});

test('a visit without an answer clears nobody', async () => {
  expect((await visited(undefined)).most).toEqual([1, 1, 1, 1]);
});
