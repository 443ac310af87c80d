import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Draft } from '../../../src/mailbox/turns/work.js';
import { aTrace, onBothReviews } from '../../support/answers/reviews.js';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  draftOf,
  inbound,
  type Mailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

/** A pass over everything that was before `before`, a few rows at a time. */
async function pass(m: Mailboxes, before = Date.now() + 1000, most = 2) {
  const sum = { turns: 0, messages: 0, conversations: 0 };
  for (const kind of ['turns', 'questions', 'conversations'] as const)
    for (let after: string | undefined, more = true; more;) {
      const { next, ...some } = await m.retention[kind](before, after, most);
      for (const [what, count] of Object.entries(some)) sum[what as keyof typeof sum] += count;
      [after, more] = [next, next !== undefined];
    }
  return sum;
}

/** Somebody whose message was answered and sent. */
async function settled(m: Mailboxes, phone = aPhone()) {
  const one = await answered(m, 1, phone);
  const attempt = randomUUID();
  await m.outbox.begin(one.held, one.part, attempt, 60_000);
  await m.outbox.record(one.held, attempt, acceptance());
  await m.queue.release(one.held, { crashes: 0 });
  return one;
}

/** Brings what waits in a mailbox to its end, with nothing to send. */
async function ended(m: Mailboxes, id: string, over: Partial<Draft>): Promise<void> {
  const held = await claimed(m, id);
  const { waiting } = (await m.turns.open(held))!;
  expect(await m.turns.answer(held, draftOf(waiting, { parts: [], ...over }))).toBe('stored');
  await m.queue.release(held, { crashes: 0 });
}

const left = async (m: Mailboxes, id: string) => (await m.messages.page(id, 10)).messages.length;

onBothReviews('Forgetting what is old', (m) => {
  test('takes turns with their messages, parts and traces, and then their conversation', async () => {
    const { conversationId, draft, phone, messageId } = await settled(m);
    expect(await pass(m, Date.now() - 3_600_000)).toEqual({
      turns: 0,
      messages: 0,
      conversations: 0,
    });
    expect(await left(m, conversationId)).toBe(2);
    const gone = await pass(m);
    expect(gone.turns).toBeGreaterThan(0);
    expect(await turnOf(m, draft.turnId)).toBeUndefined();
    expect(await m.traces.find(draft.turnId)).toBeNull();
    expect(await left(m, conversationId)).toBe(0);
    expect(await m.sessions.conversation(conversationId)).toBeNull();
    expect(await m.sessions.find(phone)).toBeNull();
    // Long after, it is a new message: who comes again begins anew.
    const again = await m.intake.accept(inbound({ phone, id: messageId }));
    expect(again).toMatchObject({ duplicate: false });
    expect(again.conversationId).not.toBe(conversationId);
  });

  test('takes what an answer was made from with its message', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    const draft = draftOf(waiting, { trace: aTrace(), parts: [], outcome: 'answered' });
    await m.turns.answer(held, draft);
    await m.queue.release(held, { crashes: 0 });
    expect(await m.traces.find(draft.turnId)).not.toBeNull();
    await pass(m);
    expect(await m.traces.find(draft.turnId)).toBeNull();
  });

  test('leaves what waits, is in work, or is on its way', async () => {
    const waiting = await m.intake.accept(inbound());
    const inWork = await answered(m);
    const sending = await answered(m);
    await m.outbox.begin(sending.held, sending.part, randomUUID(), 60_000);
    await pass(m);
    for (const { conversationId } of [waiting, inWork, sending])
      expect(await left(m, conversationId)).toBeGreaterThan(0);
    for (const { draft } of [inWork, sending]) expect(await turnOf(m, draft.turnId)).toBeDefined();
    await m.erasure.erase(waiting.conversationId);
  });

  test('leaves what is in the failures, dead or uncertain, until a person has decided', async () => {
    const dead = await answered(m);
    await m.outbox.abandon(dead.held, dead.part, { message: 'no' });
    await m.queue.release(dead.held, { crashes: 0 });
    const uncertain = await answered(m);
    await m.outbox.begin(uncertain.held, uncertain.part, randomUUID(), 60_000);
    await m.outbox.markUncertain(uncertain.held, uncertain.part);
    await m.queue.release(uncertain.held, { crashes: 0 });
    await pass(m);
    for (const { conversationId, draft } of [dead, uncertain]) {
      expect(await turnOf(m, draft.turnId)).toBeDefined();
      expect(await left(m, conversationId)).toBe(2);
    }
    expect(await m.failures.discard(dead.draft.turnId)).toBe(true);
    await pass(m);
    expect(await turnOf(m, dead.draft.turnId)).toBeUndefined();
    expect(await m.sessions.conversation(dead.conversationId)).toBeNull();
  });

  test('keeps an opt-out, and who waits for a person, when nothing else is left of them', async () => {
    const out = await m.intake.accept(inbound());
    await ended(m, out.conversationId, { optOut: true, outcome: 'opted_out' });
    const waits = await m.intake.accept(inbound());
    await ended(m, waits.conversationId, { handover: { reason: 'asked' }, outcome: 'human' });
    await pass(m);
    for (const { conversationId } of [out, waits]) {
      expect(await left(m, conversationId)).toBe(0);
      expect(await m.sessions.conversation(conversationId)).not.toBeNull();
    }
    expect((await m.sessions.conversation(out.conversationId))!.optedOutAt).toBeDefined();
  });

  test('of two conversations that were merged, all goes', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = await settled(m, phone);
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const younger = await m.intake.accept(inbound({ userId, text: 'later' }));
    await m.intake.accept(inbound({ phone, userId }));
    await m.erasure.begin(younger.conversationId);
    await m.erasure.goOn();
    await pass(m);
    expect(await m.sessions.conversation(older.conversationId)).toBeNull();
    expect(await m.sessions.find(userId)).toBeNull();
  });

  test('takes what the chat API was asked, with its answers', async () => {
    const [conversationId, asked, said] = [randomUUID(), randomUUID(), randomUUID()];
    const common = { conversationId, source: 'api' as const, turnId: said, createdAt: Date.now() };
    await m.messages.begin([
      { ...common, id: asked, role: 'user', text: 'Are you open?' },
      { ...common, id: said, role: 'assistant', text: 'Yes.' },
    ]);
    expect(await left(m, conversationId)).toBe(2);
    await pass(m);
    expect(await left(m, conversationId)).toBe(0);
    expect(await m.sessions.conversation(conversationId)).toBeNull();
  });

  test('ends, and loses nothing that comes in meanwhile', async () => {
    const people = [await settled(m), await settled(m), await settled(m)];
    const [fresh] = await Promise.all([
      Promise.all(people.map(({ phone }) => m.intake.accept(inbound({ phone, text: 'again' })))),
      pass(m, Date.now() + 1000, 1),
    ]);
    await pass(m);
    for (const { conversationId, messageId } of fresh) {
      expect(await m.sessions.conversation(conversationId)).not.toBeNull();
      const { messages } = await m.messages.page(conversationId, 10);
      expect(messages.map(({ id }) => id)).toEqual([messageId]);
    }
  });
});
