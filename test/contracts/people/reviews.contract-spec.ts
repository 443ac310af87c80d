import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aCase, onBothReviews, traced } from '../../support/answers/reviews.js';
import { acceptance, inbound } from '../../support/stores/mailboxes.js';

const NOBODY = randomUUID();

onBothReviews('What people think of answers', (m) => {
  test('an answer is found by whatever names it', async () => {
    const { answerId, messageId, conversationId, held, draft } = await traced(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, draft.parts[0].id, attempt, 60_000);
    const sent = acceptance();
    await m.outbox.record(held, attempt, sent);
    const expected = { answerId, conversationId, answer: { id: answerId, text: draft.answer } };
    for (const id of [messageId, answerId, sent.sid]) {
      const found = await m.reviews.find(id);
      expect(found).toMatchObject(expected);
      expect(found!.asked.map((one) => one.id)).toEqual([messageId]);
    }
    expect(await m.reviews.find(NOBODY)).toBeUndefined();
    const waiting = await m.intake.accept(inbound());
    const unanswered = (await m.reviews.find(waiting.messageId))!;
    expect(unanswered).toMatchObject({ answerId: waiting.messageId });
    expect([unanswered.answer, unanswered.asked.length]).toEqual([undefined, 1]);
  });

  test('a verdict takes the place of the former, and is taken back', async () => {
    const { answerId, messageId } = await traced(m);
    const note = 'The price is the one of last year. 🥐';
    expect(await m.feedback.judge(answerId, { verdict: 'down', note })).toMatchObject({
      verdict: 'down',
      note,
    });
    expect(await m.feedback.corrected(answerId, NOBODY)).toBe(true);
    const up = await m.feedback.judge(answerId, { verdict: 'up' });
    expect(up).toEqual({ verdict: 'up', correctionId: NOBODY, givenAt: expect.any(Number) });
    expect((await m.reviews.find(messageId))!.feedback).toEqual(up);
    const none = { correctionId: NOBODY, givenAt: expect.any(Number) };
    expect(await m.feedback.judge(answerId, {})).toEqual(none);
    const other = await traced(m);
    expect(await m.feedback.corrected(other.answerId, NOBODY)).toBe(true);
    expect((await m.reviews.find(other.answerId))!.feedback).toEqual(none);
    // Nobody answers with a question.
    for (const id of [NOBODY, messageId]) {
      expect(await m.feedback.judge(id, { verdict: 'up' })).toBeUndefined();
      expect(await m.feedback.corrected(id, NOBODY)).toBe(false);
    }
  });

  test('answers with a verdict are listed, the latest first, page by page', async () => {
    const ids: string[] = [];
    for (const verdict of ['down', 'up', 'down'] as const) {
      const { answerId } = await traced(m);
      const { givenAt } = (await m.feedback.judge(answerId, { verdict }))!;
      await expect.poll(() => Date.now() > givenAt + 1).toBe(true);
      ids.unshift(answerId);
    }
    await m.feedback.corrected((await traced(m)).answerId, NOBODY);
    const all = await m.feedback.judged(undefined, 3);
    expect(all.map(({ answerId }) => answerId)).toEqual(ids);
    expect(all[0]).toMatchObject({ question: 'hola', answer: 'Buenos días' });
    const [first] = await m.feedback.judged('down', 1);
    expect(first.answerId).toBe(ids[0]);
    const after = { at: first.feedback.givenAt, id: first.answerId };
    const [second] = await m.feedback.judged('down', 1, after);
    expect(second.answerId).toBe(ids[2]);
  });

  test('cases are kept in their order, and taken out', async () => {
    const { answerId } = await traced(m);
    const before = await listed();
    const made = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of made) {
      const added = (await m.cases.add({ id, answerId, turn: aCase }))!;
      expect(added).toEqual({ id, answerId, turn: aCase, createdAt: expect.any(Number) });
      await expect.poll(() => Date.now() > added.createdAt + 1).toBe(true);
    }
    expect(await listed()).toEqual([...before, ...made]);
    expect((await m.cases.of(answerId)).map(({ id }) => id)).toEqual(made);
    expect(await m.cases.remove(made[1])).toBe(true);
    expect(await m.cases.remove(made[1])).toBe(false);
    expect((await m.cases.of(answerId)).map(({ id }) => id)).toEqual([made[0], made[2]]);
    expect(await m.cases.add({ id: randomUUID(), answerId: NOBODY, turn: aCase })).toBeUndefined();
    await expect(m.cases.page(1, 'x')).rejects.toThrow(/a page gave/);
  });

  /** The ids of all cases, two at a time. */
  async function listed(): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await m.cases.page(2, cursor);
      ids.push(...page.cases.map(({ id }) => id));
      cursor = page.next;
    }
    return ids;
  }
});
