import { expect, test, vi } from 'vitest';
import type { Message } from '../../chat/messages/message.js';
import type { AnsweringService } from '../answering/answering.service.js';
import type { QueueStore } from '../queue/queue.store.js';
import type { TurnStore } from '../turns/turn.store.js';
import type { Work } from '../turns/work.js';
import { VisitService } from './visit.service.js';

const message = (id: string) => ({ id, conversationId: 'c', text: id }) as Message;

/** How a mailbox in which three messages wait is visited after so many crashes. */
async function visited(crashes: number) {
  const work = {
    waiting: ['a', 'b', 'c'].map(message),
    waitingInAll: 3,
    wakes: 7,
    unsettled: 0,
    now: 5,
  } as Partial<Work> as Work;
  const answer = vi.fn<AnsweringService['answer']>(async () => undefined);
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
  await visits.visit({ conversationId: 'c', token: 1, crashes }, new AbortController().signal);
  return { most: answer.mock.calls[0][3], crashes: release.mock.calls[0][1].crashes };
}

test('a mailbox of two crashes is worked on as ever, which proves all of it innocent', async () => {
  expect(await visited(2)).toEqual({ most: undefined, crashes: 0 });
});

test('a mailbox that crashed alone, too, goes message by message until none waits', async () => {
  expect(await visited(3)).toEqual({ most: 1, crashes: 3 });
  expect(await visited(4)).toEqual({ most: 1, crashes: 3 });
});
