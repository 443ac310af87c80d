import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptance,
  answered,
  claimed,
  claimOf,
  draftOf,
  inbound,
  onBothMailboxes,
  turnOf,
  heard,
} from '../support/stores/mailboxes.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const refusal = { kind: 'dead', error: { code: 21211, message: 'no' } } as const;

onBothMailboxes('Failures', (m) => {
  const states = async (id: string) => (await turnOf(m, id)).parts.map(({ state }) => state);
  const listed = async (id: string) => (await m.failures.list(100)).some((f) => f.id === id);
  async function begun(parts: number) {
    const one = await answered(m, parts);
    const attempt = randomUUID();
    await m.outbox.begin(one.held, one.part, attempt, 60_000);
    return { ...one, id: one.draft.turnId, attempt };
  }
  async function failed(parts = 1) {
    const one = await begun(parts);
    await m.outbox.record(one.held, one.attempt, refusal);
    await m.queue.release(one.held, { crashes: 0 });
    return one;
  }

  test('a retry makes what was not sent pending again, and wakes the mailbox', async () => {
    const { id, conversationId } = await failed(3);
    expect(await listed(id)).toBe(true);
    expect(await m.failures.retry(id)).toBe('retried');
    expect(await turnOf(m, id)).toMatchObject({ outcome: undefined });
    expect(await states(id)).toEqual(['pending', 'pending', 'pending']);
    expect(await listed(id)).toBe(false);
    const held = (await claimOf(m, conversationId))!;
    const { turn } = (await m.turns.open(held))!;
    for (const part of turn!.parts) {
      expect(part).toMatchObject({ attempts: 0, chances: 0 });
      const attempt = randomUUID();
      expect(await m.outbox.begin(held, part.id, attempt, 60_000)).not.toBeNull();
      await m.outbox.record(held, attempt, acceptance());
    }
    expect((await turnOf(m, id)).outcome).toBe('answered');
    expect(await listed(id)).toBe(false);
  });

  test('a person may have an uncertain part sent again, its callback may still be first', async () => {
    const { id, held, part, attempt, conversationId } = await begun(2);
    await m.outbox.markUncertain(held, part);
    await m.queue.release(held, { crashes: 0 });
    expect(await states(id)).toEqual(['uncertain', 'stopped']);
    expect(await m.failures.retry(id)).toBe('retried');
    expect(await claimOf(m, conversationId)).toBeDefined();
    await m.outbox.callback(heard({ sid: `SM${randomUUID()}`, attempt, status: 'delivered' }));
    expect(await states(id)).toEqual(['accepted', 'pending']);
  });

  test('what was retried is sent although the conversation went on', async () => {
    const { id, phone, conversationId } = await failed(2);
    const newer = await answered(m, 1, phone);
    await m.queue.release(newer.held, { dueInMs: 0, crashes: 0 });
    expect(await m.failures.retry(id)).toBe('retried');
    const held = (await claimOf(m, conversationId))!;
    const { turn } = (await m.turns.open(held))!;
    expect(turn!.id).toBe(id);
    for (const { id: part } of turn!.parts) {
      const attempt = randomUUID();
      expect(await m.outbox.begin(held, part, attempt, 60_000)).not.toBeNull();
      await m.outbox.record(held, attempt, acceptance());
    }
    expect((await turnOf(m, id)).outcome).toBe('answered');
    expect((await turnOf(m, newer.draft.turnId)).outcome).toBeUndefined();
  });

  test('there is nothing to retry in what was answered, is in work or is unknown', async () => {
    const { draft, held, part } = await answered(m);
    expect(await m.failures.retry(draft.turnId)).toBe('nothing to retry');
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.record(held, attempt, acceptance());
    expect(await m.failures.retry(draft.turnId)).toBe('nothing to retry');
    expect((await turnOf(m, draft.turnId)).outcome).toBe('answered');
    expect(await m.failures.retry(NOBODY)).toBe('unknown');
  });

  test('a page begins behind the one before, and nowhere behind a cursor that none gave', async () => {
    const older = await failed();
    const newer = await failed();
    const [next] = await m.failures.list(1, newer.id);
    expect(next.id).toBe(older.id);
    await expect(m.failures.list(1, NOBODY)).rejects.toThrow(RangeError);
  });

  test('each kind is listed and counted by itself, with what was asked', async () => {
    const before = await m.failures.counts();
    const dead = await failed();
    const uncertain = await begun(1);
    await m.outbox.markUncertain(uncertain.held, uncertain.part);
    const { conversationId } = await m.intake.accept(inbound({ text: '¿Hay wifi?' }));
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    const late = draftOf(waiting, { error: 'the model was late', answer: 'Sorry' });
    await m.turns.answer(held, late);
    const ids = async (kind: 'dead' | 'uncertain' | 'fallback', after?: string) =>
      (await m.failures.list(100, after, kind)).map(({ id }) => id);
    const expected = { dead: dead.id, uncertain: uncertain.id, fallback: late.turnId };
    for (const kind of ['dead', 'uncertain', 'fallback'] as const) {
      expect((await ids(kind))[0]).toBe(expected[kind]);
      expect(await ids(kind, expected[kind])).toEqual((await ids(kind)).slice(1));
      expect(await ids(kind)).toHaveLength(before[kind] + 1);
    }
    expect(await m.failures.counts()).toEqual({
      dead: before.dead + 1,
      uncertain: before.uncertain + 1,
      fallback: before.fallback + 1,
    });
    const [listed] = await m.failures.list(1, undefined, 'fallback');
    expect(listed.asked).toMatchObject([{ text: '¿Hay wifi?' }]);
    await m.erasure.begin(dead.conversationId);
    expect((await m.failures.counts()).dead).toBe(before.dead);
    await m.failures.discard(uncertain.id);
    await m.failures.discard(late.turnId);
    expect(await m.failures.counts()).toEqual(before);
  });

  test('what is discarded leaves the list, and keeps its outcome', async () => {
    const { id } = await failed();
    await m.failures.discard(id);
    expect(await m.failures.discard(id)).toBe(true);
    expect(await listed(id)).toBe(false);
    expect((await turnOf(m, id)).outcome).toBe('dead');
    expect(await m.failures.discard(NOBODY)).toBe(false);
    const fine = await begun(1);
    expect(await m.failures.discard(fine.id)).toBe(false);
    await m.outbox.record(fine.held, fine.attempt, acceptance());
    expect(await m.failures.discard(fine.id)).toBe(false);
  });
});
