import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  claimOf,
  draftOf,
  inbound,
  onBothMailboxes,
  turnOf,
  heard,
} from '../support/stores/mailboxes.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

onBothMailboxes('Erasing', (m) => {
  test('leaves nothing of a sender, and takes no message of theirs in again', async () => {
    const { conversationId, messageId, draft, phone, held, part } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.record(held, attempt, acceptance());
    expect(await m.erasure.erase(conversationId)).toBe(true);
    expect(await m.sessions.conversation(conversationId)).toBeNull();
    expect(await m.sessions.conversations({ waId: phone }, 10)).toEqual([]);
    expect((await m.messages.page(conversationId, 10)).messages).toEqual([]);
    expect(await turnOf(m, draft.turnId)).toBeUndefined();
    for (const time of [1, 2]) {
      const again = await m.intake.accept(inbound({ phone, id: messageId }));
      expect(again).toMatchObject({ messageId, duplicate: true });
      expect([time, again.conversationId]).not.toContain(conversationId);
    }
    expect(await m.sessions.conversations({ waId: phone }, 10)).toEqual([]);
    expect(await m.turns.answerTo(messageId)).toEqual({ done: true, answer: null });
    expect(await m.erasure.erase(conversationId)).toBe(false);
    expect(await m.erasure.erase(NOBODY)).toBe(false);
  });

  test('takes a new message of theirs as anybody else’s, beside an erased one', async () => {
    const { conversationId, messageId, phone, held } = await answered(m);
    await m.queue.release(held, { crashes: 0 });
    await m.erasure.erase(conversationId);
    const [old, fresh, other] = await Promise.all([
      m.intake.accept(inbound({ phone, id: messageId })),
      m.intake.accept(inbound({ phone })),
      m.intake.accept(inbound()),
    ]);
    expect([old.duplicate, fresh.duplicate, other.duplicate]).toEqual([true, false, false]);
    expect(fresh.conversationId).not.toBe(conversationId);
    expect((await m.messages.page(fresh.conversationId, 10)).messages).toHaveLength(1);
  });

  test('fences whoever is at work', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.erasure.erase(conversationId);
    expect(await m.turns.answer(held, draftOf(waiting))).toBe('lost');
    expect(await m.turns.open(held)).toBeNull();
    const one = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(one.held, one.part, attempt, 60_000);
    await m.erasure.erase(one.conversationId);
    expect(await m.outbox.begin(one.held, one.part, randomUUID(), 60_000)).toBeNull();
    expect(await m.outbox.record(one.held, attempt, acceptance())).toBeNull();
    await m.outbox.callback(heard({ sid: 'SM1', attempt, status: 'delivered' }));
    await m.outbox.markUncertain(one.held, one.part);
    await m.queue.release(one.held, { crashes: 0 });
    expect(await turnOf(m, one.draft.turnId)).toBeUndefined();
  });

  test('covers the conversations that were merged into it', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = await m.intake.accept(inbound({ userId }));
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const younger = await m.intake.accept(inbound({ phone }));
    await m.intake.accept(inbound({ phone, userId }));
    expect(await m.erasure.erase(younger.conversationId)).toBe(true);
    for (const { conversationId } of [older, younger]) {
      expect(await m.sessions.conversation(conversationId)).toBeNull();
    }
    const again = await m.intake.accept(inbound({ phone, id: younger.messageId }));
    expect(again.duplicate).toBe(true);
  });

  test('what arrives at the same time is erased with the rest, or begins anew', async () => {
    for (let n = 0; n < 5; n++) {
      const { conversationId, phone, held } = await answered(m);
      await m.queue.release(held, { crashes: 0 });
      const [fresh] = await Promise.all([
        m.intake.accept(inbound({ phone })),
        m.erasure.erase(conversationId),
      ]);
      const { messages } = await m.messages.page(conversationId, 10);
      expect(messages).toEqual([]);
      const found = await m.sessions.conversations({ waId: phone }, 10);
      const kept = (await m.messages.page(fresh.conversationId, 10)).messages.length;
      expect(found).toHaveLength(kept);
    }
  });

  /** A sender whose erasure has begun: with five messages and an answer that failed. */
  async function halfErased(steps = 1) {
    const one = await answered(m);
    await m.outbox.abandon(one.held, one.part, { message: 'no' });
    expect((await m.failures.list(100)).map(({ id }) => id)).toContain(one.draft.turnId);
    const messages = [one.messageId];
    for (let n = 0; n < 4; n++)
      messages.push((await m.intake.accept(inbound({ phone: one.phone }))).messageId);
    expect(await m.erasure.begin(one.conversationId)).toEqual([one.conversationId]);
    for (let n = 0; n < steps; n++) await m.erasure.eraseSome(one.conversationId, 1);
    return { ...one, messages };
  }

  test('in steps: from the first on nothing is found, answered or sent', async () => {
    const { conversationId, phone, held, draft } = await halfErased();
    expect((await m.messages.page(conversationId, 10)).messages).not.toEqual([]);
    expect(await m.sessions.conversation(conversationId)).toBeNull();
    expect(await m.sessions.conversations({ waId: phone }, 10)).toEqual([]);
    expect(await m.turns.open(held)).toBeNull();
    expect(await m.outbox.begin(held, draft.parts[0].id, randomUUID(), 60_000)).toBeNull();
    expect((await m.failures.list(100)).map(({ id }) => id)).not.toContain(draft.turnId);
    expect(await m.erasure.begun()).toEqual([conversationId]);
    await m.erasure.goOn();
    expect(await m.erasure.begun()).toEqual([]);
  });

  test('in steps: what Twilio repeats meanwhile stays forgotten, and brings nobody back', async () => {
    const { conversationId, phone, messages } = await halfErased(2);
    const repeat = () => Promise.all(messages.map((id) => m.intake.accept(inbound({ phone, id }))));
    for (const { duplicate } of await repeat()) expect(duplicate).toBe(true);
    expect(await claimOf(m, conversationId)).toBeUndefined();
    await m.erasure.goOn();
    for (const { duplicate } of await repeat()) expect(duplicate).toBe(true);
    expect(await m.sessions.find(phone)).toBeNull();
    expect((await m.messages.page(conversationId, 10)).messages).toEqual([]);
  });

  test('in steps: a new message begins anew, and stays', async () => {
    const { conversationId, phone } = await halfErased();
    const fresh = await m.intake.accept(inbound({ phone }));
    expect(fresh).toMatchObject({ duplicate: false });
    await m.erasure.goOn();
    expect(await m.erasure.erase(conversationId)).toBe(false);
    expect((await m.messages.page(fresh.conversationId, 10)).messages).toHaveLength(1);
  });

  test('in steps: word of a send that comes meanwhile is taken, and nothing is left of it', async () => {
    const { conversationId, held, draft } = await answered(m, 3);
    const attempt = randomUUID();
    await m.outbox.begin(held, draft.parts[0].id, attempt, 60_000);
    await m.erasure.begin(conversationId);
    for (let more = true, n = 0; more; n++) {
      more = await m.erasure.eraseSome(conversationId, 1);
      const failure = { kind: 'retry', error: { message: `${n}` } } as const;
      await m.outbox.callback(heard({ sid: `SM${attempt}`, attempt, status: 'failed', failure }));
      await m.outbox.record(held, attempt, acceptance());
    }
    expect(await turnOf(m, draft.turnId)).toBeUndefined();
    expect(await m.outbox.record(held, attempt, acceptance())).toBeNull();
  });

  test('asked for again half-way, it goes on', async () => {
    const { conversationId, draft } = await halfErased();
    expect(await m.erasure.erase(conversationId)).toBe(true);
    expect(await m.erasure.begun()).toEqual([]);
    expect(await turnOf(m, draft.turnId)).toBeUndefined();
  });

  test('in steps: many messages are erased, and all of them stay forgotten', async () => {
    const phone = aPhone();
    const messages = Array.from({ length: 600 }, () => inbound({ phone }));
    const [{ conversationId }] = await Promise.all(messages.map((one) => m.intake.accept(one)));
    expect(await m.erasure.erase(conversationId)).toBe(true);
    expect((await m.messages.page(conversationId, 1)).messages).toEqual([]);
    const again = await Promise.all(messages.map((one) => m.intake.accept(one)));
    expect(again.filter(({ duplicate }) => !duplicate)).toEqual([]);
    expect(await m.sessions.find(phone)).toBeNull();
  });
});
