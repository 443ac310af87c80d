import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Message } from '../../../src/chat/messages/message.js';
import {
  aCase,
  aTrace,
  keptOf,
  onBothReviews,
  reviewed,
  traced,
} from '../../support/answers/reviews.js';
import {
  answered,
  aPhone,
  claimed,
  draftOf,
  inbound,
  merge,
} from '../../support/stores/mailboxes.js';

onBothReviews('What an answer was made from', (m) => {
  test('a trace is stored with its turn, or not at all', async () => {
    const { answerId } = await traced(m);
    expect(await m.traces.find(answerId)).toEqual(aTrace());
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    await m.queue.release(held, { crashes: 0, dueInMs: 0 });
    const late = draftOf([], { trace: aTrace() });
    expect(await m.turns.answer(held, { ...late, evenIfOutdated: true })).toBe('stored');
    await m.erasure.erase(conversationId);
    const lost = draftOf([], { trace: aTrace() });
    expect(await m.turns.answer(held, lost)).toBe('lost');
    expect(await m.traces.find(lost.turnId)).toBeNull();
    const { draft } = await answered(m);
    expect(await m.traces.find(draft.turnId)).toBeNull();
  });

  test('an exchange of the chat API is found by its question and by its answer', async () => {
    const [conversationId, asked, said] = [randomUUID(), randomUUID(), randomUUID()];
    const common = { conversationId, source: 'api' as const, turnId: said, createdAt: 5 };
    const exchange: Message[] = [
      { ...common, id: asked, role: 'user', text: 'Q' },
      { ...common, id: said, role: 'assistant', text: 'A' },
    ];
    await m.messages.begin(exchange, aTrace());
    for (const id of [asked, said])
      expect(await m.reviews.find(id)).toEqual({
        answerId: said,
        conversationId,
        asked: [exchange[0]],
        answer: exchange[1],
      });
    expect(await m.traces.find(said)).toEqual(aTrace());
    const next = { ...exchange[1], id: randomUUID() };
    await m.messages.keep([next], aTrace('next'));
    expect(await m.traces.find(next.id)).toEqual(aTrace('next'));
    await m.erasure.erase(conversationId);
    expect([await m.traces.find(said), await m.traces.find(next.id)]).toEqual([null, null]);
  });

  test('all of it is erased with the sender', async () => {
    const one = await traced(m);
    const other = await traced(m);
    for (const { answerId } of [one, other]) await reviewed(m, answerId);
    await m.erasure.erase(one.conversationId);
    expect(await keptOf(m, one.answerId)).toEqual([false, undefined, 0]);
    expect(await keptOf(m, other.answerId)).toEqual([true, 'down', 1]);
    expect(await m.feedback.judge(one.answerId, { verdict: 'up' })).toBeUndefined();
    expect(
      await m.cases.add({ id: randomUUID(), answerId: one.answerId, turn: aCase }),
    ).toBeUndefined();
  });

  test('all of it follows a merge, and is erased from there', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = await m.intake.accept(inbound({ userId }));
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const younger = await traced(m, phone);
    await m.queue.release(younger.held, { crashes: 0 });
    await reviewed(m, younger.answerId);
    await m.intake.accept(inbound({ phone, userId }));
    await merge(m, younger.conversationId);
    expect((await m.reviews.find(younger.answerId))!.conversationId).toBe(older.conversationId);
    expect(await keptOf(m, younger.answerId)).toEqual([true, 'down', 1]);
    await m.erasure.erase(older.conversationId);
    expect(await keptOf(m, younger.answerId)).toEqual([false, undefined, 0]);
  });

  test('traces go once they are old, so many at a time; the verdicts stay', async () => {
    const ids = [(await traced(m)).answerId, (await traced(m)).answerId];
    await reviewed(m, ids[0]);
    expect(await m.traces.forget(3_600_000, 100)).toBe(0);
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    expect(await m.traces.forget(0, 1)).toBe(1);
    while (await m.traces.forget(0, 100));
    expect(await keptOf(m, ids[0])).toEqual([false, 'down', 1]);
    expect(await m.traces.find(ids[1])).toBeNull();
  });
});
