import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  answered,
  claimOf,
  draftOf,
  inbound,
  onBothMailboxes,
  turnOf,
  heard,
} from '../support/stores/mailboxes.js';

onBothMailboxes('Callbacks', (m) => {
  async function sent(parts = 1) {
    const turn = await answered(m, parts);
    const attempt = randomUUID();
    const sid = `SM${randomUUID()}`;
    await m.outbox.begin(turn.held, turn.part, attempt, 1000);
    return { ...turn, attempt, sid };
  }
  const first = async (id: string) => (await turnOf(m, id)).parts[0];

  test('a callback settles an attempt without word, by its token', async () => {
    const { draft, attempt, sid, conversationId, held } = await sent();
    await m.outbox.record(held, attempt, { kind: 'unknown', error: { message: 'cut' } });
    const { wakes } = (await m.turns.open(held))!;
    await m.queue.release(held, { wakes, dueInMs: 60_000, crashes: 0 });
    const settled = await m.outbox.callback(heard({ sid, status: 'sent', attempt }));
    expect(settled).toMatchObject({ conversationId, state: 'accepted', outcome: 'answered' });
    expect(await first(draft.turnId)).toMatchObject({ sid, status: 'sent' });
    expect(await claimOf(m, conversationId)).toBeDefined();
  });

  test('a callback that comes before the answer keeps its word', async () => {
    const { draft, attempt, sid, held } = await sent();
    await m.outbox.callback(heard({ sid, status: 'delivered', attempt }));
    await m.outbox.record(held, attempt, { kind: 'unknown', error: { message: 'cut' } });
    expect(await first(draft.turnId)).toMatchObject({ state: 'accepted', status: 'delivered' });
    await m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
    expect(await first(draft.turnId)).toMatchObject({ status: 'delivered', sid });
  });

  test('statuses only move forward, whatever their order', async () => {
    const { draft, attempt, sid, held } = await sent();
    await m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
    for (const status of ['delivered', 'sent', 'sending', 'delivered']) {
      await m.outbox.callback(heard({ sid, status }));
    }
    expect((await first(draft.turnId)).status).toBe('delivered');
    await m.outbox.callback(heard({ sid, status: 'read', attempt }));
    await m.outbox.callback(heard({ sid, status: 'delivered', attempt }));
    expect((await first(draft.turnId)).status).toBe('read');
  });

  test('a failed callback corrects the outcome', async () => {
    const { draft, attempt, sid, held } = await sent();
    await m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
    const error = { code: 63016, message: 'outside the window' };
    const update = {
      sid,
      status: 'undelivered',
      attempt,
      failure: { kind: 'dead', error },
    } as const;
    expect(await m.outbox.callback(heard(update))).toMatchObject({ outcome: 'dead' });
    expect(await first(draft.turnId)).toMatchObject({ state: 'dead', error });
    expect(await m.outbox.callback(heard({ sid, status: 'delivered' }))).toBeNull();
  });

  test('a failed callback that may be tried again reopens the turn', async () => {
    const { draft, attempt, sid, held } = await sent();
    await m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
    const failure = { kind: 'retry', attempts: 2, error: { code: 63012, message: 'x' } } as const;
    await m.outbox.callback(heard({ sid, status: 'failed', attempt, failure }));
    expect(await turnOf(m, draft.turnId)).toMatchObject({ outcome: undefined });
    expect(await first(draft.turnId)).toMatchObject({ state: 'pending', attempts: 1 });
    const next = { attempt: randomUUID(), sid: `SM${randomUUID()}` };
    await m.outbox.begin(held, draft.parts[0].id, next.attempt, 1000);
    await m.outbox.callback(heard({ sid, status: 'delivered', attempt }));
    expect(await first(draft.turnId)).toMatchObject({ state: 'sending' });
    await m.outbox.callback(heard({ ...next, status: 'failed', failure }));
    expect(await turnOf(m, draft.turnId)).toMatchObject({ outcome: 'dead' });
  });

  test('a late word for an uncertain part lets the rest go on', async () => {
    const { draft, part, attempt, sid, held } = await sent(2);
    await m.outbox.markUncertain(held, part);
    await m.outbox.callback(heard({ sid, status: 'sent', attempt }));
    const turn = await turnOf(m, draft.turnId);
    expect(turn.outcome).toBeUndefined();
    expect(turn.parts.map(({ state }) => state)).toEqual(['accepted', 'pending']);
    const failures = (await m.failures.list(100)).map(({ id }) => id);
    expect(failures).not.toContain(draft.turnId);
  });

  test('but not behind a newer answer', async () => {
    const { draft, part, attempt, sid, held, phone } = await sent(2);
    await m.outbox.markUncertain(held, part);
    await m.intake.accept(inbound({ phone, text: 'next' }));
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting));
    await m.outbox.callback(heard({ sid, status: 'sent', attempt }));
    const turn = await turnOf(m, draft.turnId);
    expect(turn.outcome).toBe('dead');
    expect(turn.parts.map(({ state }) => state)).toEqual(['accepted', 'dead']);
  });

  test('a callback of a message that no turn sent is kept and changes nothing', async () => {
    expect(await m.outbox.callback(heard({ sid: `SM${randomUUID()}`, status: 'sent' }))).toBeNull();
  });
});
