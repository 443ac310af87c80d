import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_CALLBACK } from '../../src/mailbox/turns/part.js';
import {
  aPhone,
  claimOf,
  draftOf,
  inbound,
  merge,
  openMailboxes,
  turnOf,
  heard,
} from '../support/stores/mailboxes.js';
import type { Mailboxes } from '../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../support/stores/stores.js';

const error = { code: 63018, message: 'rate' };
const again = { kind: 'retry', error } as const;

onBothStores('A mailbox, when word comes late or twice,', (make) => {
  let store: TestStore;
  let m: Mailboxes;
  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
  });
  afterAll(() => store.close());

  /** A claimed mailbox, and a stored answer of so many parts of which some have been begun. */
  async function sending(parts: number, begun: number) {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const held = (await claimOf(m, conversationId))!;
    const { waiting } = (await m.turns.open(held))!;
    const bodies = Array.from({ length: parts }, (_, n) => ({ id: randomUUID(), body: `${n}` }));
    const draft = draftOf(waiting, { parts: bodies });
    await m.turns.answer(held, draft);
    const attempts: { attempt: string; sid: string }[] = [];
    for (const { id } of bodies.slice(0, begun)) {
      const one = { attempt: randomUUID(), sid: `SM${randomUUID()}` };
      if (attempts.length) await accepted(held, attempts.at(-1)!);
      await m.outbox.begin(held, id, one.attempt, 60_000);
      attempts.push(one);
    }
    return { phone, conversationId, held, draft, attempts };
  }
  type Held = Awaited<ReturnType<typeof sending>>['held'];
  const accepted = (held: Held, { attempt, sid }: { attempt: string; sid: string }) =>
    m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
  const states = async (id: string) => {
    const [turn] = await m.turns.find([id]);
    return { outcome: turn.outcome, parts: turn.parts.map(({ state }) => state) };
  };

  test('a failure and an acceptance at once never add up to "answered"', async () => {
    for (let n = 0; n < 10; n++) {
      const { held, draft, attempts } = await sending(2, 2);
      const failed = { ...attempts[0], status: 'failed', failure: again };
      await Promise.all([m.outbox.callback(heard(failed)), accepted(held, attempts[1])]);
      expect(await states(draft.turnId)).toEqual({
        outcome: undefined,
        parts: ['pending', 'accepted'],
      });
    }
  });

  test('a verdict counts also when it comes after the part became uncertain', async () => {
    const { held, draft, attempts } = await sending(2, 1);
    await m.outbox.markUncertain(held, draft.parts[0].id);
    expect(await states(draft.turnId)).toMatchObject({ outcome: 'uncertain' });
    const unknown = { kind: 'unknown', error } as const;
    await m.outbox.record(held, attempts[0].attempt, unknown);
    expect(await states(draft.turnId)).toMatchObject({ outcome: 'uncertain' });
    expect(await accepted(held, attempts[0])).toMatchObject({ state: 'accepted' });
    expect(await states(draft.turnId)).toEqual({
      outcome: undefined,
      parts: ['accepted', 'pending'],
    });
  });

  test('nor is it sent again, if a person had asked for that meanwhile', async () => {
    const { held, draft, attempts } = await sending(1, 1);
    await m.outbox.markUncertain(held, draft.parts[0].id);
    expect(await m.failures.retry(draft.turnId)).toBe('retried');
    expect(await accepted(held, attempts[0])).toMatchObject({ state: 'accepted' });
    expect(await m.outbox.begin(held, draft.parts[0].id, randomUUID(), 1000)).toBeNull();
  });

  test('a send that was refused for now is tried again, though it was doubted', async () => {
    const { held, draft, attempts } = await sending(1, 1);
    await m.outbox.markUncertain(held, draft.parts[0].id);
    expect(await m.outbox.record(held, attempts[0].attempt, again)).toMatchObject({
      state: 'pending',
      retryInMs: expect.any(Number),
    });
    expect(await states(draft.turnId)).toEqual({ outcome: undefined, parts: ['pending'] });
  });

  test('a part is not begun before the one in front of it is accepted', async () => {
    const { held, draft, attempts } = await sending(3, 1);
    await accepted(held, attempts[0]);
    await m.outbox.callback(heard({ ...attempts[0], status: 'failed', failure: again }));
    expect(await m.outbox.begin(held, draft.parts[1].id, randomUUID(), 1000)).toBeNull();
    expect(await m.outbox.begin(held, draft.parts[0].id, randomUUID(), 1000)).not.toBeNull();
  });

  test('an older answer is not sent again behind a newer one', async () => {
    const { held, draft, attempts, phone } = await sending(1, 1);
    await accepted(held, attempts[0]);
    await m.intake.accept(inbound({ phone }));
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting));
    await m.outbox.callback(heard({ ...attempts[0], status: 'failed', failure: again }));
    expect(await states(draft.turnId)).toEqual({ outcome: 'dead', parts: ['dead'] });
  });

  test('a part that may have been sent is buried as uncertain', async () => {
    const { held, draft } = await sending(1, 1);
    expect(await m.turns.giveUp(held, draft.turnId, 'crashed')).toBe('uncertain');
    expect(await states(draft.turnId)).toEqual({ outcome: 'uncertain', parts: ['uncertain'] });
    const [part] = (await turnOf(m, draft.turnId)).parts;
    expect(part.error).toEqual({ message: NO_CALLBACK });
    const more = await sending(2, 1);
    expect(await m.turns.giveUp(more.held, more.draft.turnId, 'crashed')).toBe('dead');
    expect((await states(more.draft.turnId)).outcome).toBe('dead');
    const lost = { ...more.held, token: more.held.token - 1 };
    expect(await m.turns.giveUp(lost, more.draft.turnId, 'crashed')).toBeUndefined();
  });

  test('an outdated answer leaves the rate window as it was', async () => {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const held = (await claimOf(m, conversationId))!;
    const { waiting } = (await m.turns.open(held))!;
    await m.intake.accept(inbound({ phone }));
    const window = { start: 1, count: 1, noticed: false };
    expect(await m.turns.answer(held, draftOf(waiting, { window }))).toBe('outdated');
    expect((await m.turns.open(held))!.window).toBeUndefined();
  });

  test('a turn without parts and without an outcome is refused, and nothing is stored', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = (await claimOf(m, conversationId))!;
    const { waiting } = (await m.turns.open(held))!;
    await expect(m.turns.answer(held, draftOf(waiting, { parts: [] }))).rejects.toThrow();
    expect(await m.turns.open(held)).toMatchObject({ unsettled: 0, waitingInAll: 1 });
  });

  test('a renewal that comes after the release brings no lease back', async () => {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const held = (await claimOf(m, conversationId))!;
    const { wakes } = (await m.turns.open(held))!;
    await m.queue.release(held, { wakes, crashes: 0 });
    expect(await m.queue.renew(held, 60_000)).toBe(false);
    await m.intake.accept(inbound({ phone }));
    expect(await claimOf(m, conversationId)).toBeDefined();
  });

  test('word of an attempt wakes the conversation that its part was moved to', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = await m.intake.accept(inbound({ userId }));
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const younger = await m.intake.accept(inbound({ phone }));
    const held = (await claimOf(m, younger.conversationId))!;
    const draft = draftOf((await m.turns.open(held))!.waiting);
    await m.turns.answer(held, draft);
    const attempt = randomUUID();
    await m.outbox.begin(held, draft.parts[0].id, attempt, 60_000);
    await m.intake.accept(inbound({ phone, userId }));
    await merge(m, younger.conversationId);
    // Tokens are small numbers: the older's may well be the same as the lost claim's.
    let other = (await claimOf(m, older.conversationId))!;
    while (other.token < held.token) {
      await m.queue.release(other, { dueInMs: 0, crashes: 0 });
      other = (await claimOf(m, older.conversationId))!;
    }
    const { wakes } = (await m.turns.open(other))!;
    await m.queue.release(other, { wakes, dueInMs: 60_000, crashes: 0 });
    await m.outbox.record(held, attempt, { kind: 'accepted', sid: 'SM1', status: 'queued' });
    expect(await claimOf(m, older.conversationId)).toBeDefined();
  });

  test('of two conversations the one that began later goes into the other', async () => {
    const [first, second, userId] = [aPhone(), aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const wait = async () => {
      const now = Date.now();
      await expect.poll(() => Date.now() > now + 2).toBe(true);
    };
    const older = await m.intake.accept(inbound({ phone: first }));
    await wait();
    await m.intake.accept(inbound({ phone: second }));
    await wait();
    await m.intake.accept(inbound({ phone: first, userId }));
    const joined = await m.intake.accept(inbound({ phone: second, userId }));
    expect(joined.conversationId).toBe(older.conversationId);
  });
});
