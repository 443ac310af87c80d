import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Claim } from '../../../src/mailbox/queue/queue.store.js';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  claimOf,
  draftOf,
  heard,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

onBothMailboxes('Sending', (m) => {
  test('all parts accepted: answered', async () => {
    const { held, draft, phone } = await answered(m, 2);
    for (const { id } of draft.parts) {
      const attempt = randomUUID();
      expect(await m.outbox.begin(held, id, attempt, 60_000)).toBe(phone);
      await m.outbox.record(held, attempt, acceptance());
    }
    expect((await turnOf(m, draft.turnId)).outcome).toBe('answered');
    expect((await m.turns.open(held))!.turn).toBeUndefined();
  });

  test('an attempt is begun once, and by who holds the claim', async () => {
    const { held, part } = await answered(m);
    const stale = { ...held, token: held.token - 1 };
    expect(await m.outbox.begin(stale, part, randomUUID(), 1000)).toBeNull();
    expect(await m.outbox.begin(held, part, randomUUID(), 1000)).not.toBeNull();
    expect(await m.outbox.begin(held, part, randomUUID(), 1000)).toBeNull();
    expect((await (await m.turns.open(held))!.turn)!.parts[0]).toMatchObject({
      state: 'sending',
      attempts: 1,
    });
  });

  test('a refusal is tried again later, with its count and its error', async () => {
    const { held, part } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 1000);
    const error = { code: 20429, message: 'Too many requests' };
    const settled = await m.outbox.record(held, attempt, { kind: 'retry', error });
    expect(settled).toMatchObject({ state: 'pending' });
    expect(settled!.retryInMs).toBeGreaterThan(0);
    const after = (await (await m.turns.open(held))!.turn)!.parts[0];
    expect(after).toMatchObject({ state: 'pending', attempts: 1, error });
    expect(after.retryAt).toBeGreaterThan(Date.now() - 1000);
  });

  test('a permanent refusal is dead, stops the rest, and is a failure', async () => {
    const { held, draft } = await answered(m, 3);
    const attempt = randomUUID();
    await m.outbox.begin(held, draft.parts[0].id, attempt, 1000);
    const error = { code: 21211, message: 'Invalid To', action: 'Check the number.' };
    expect(await m.outbox.record(held, attempt, { kind: 'dead', error })).toMatchObject({
      state: 'dead',
      outcome: 'dead',
    });
    const turn = await turnOf(m, draft.turnId);
    expect(turn.parts.map(({ state }) => state)).toEqual(['dead', 'stopped', 'stopped']);
    const failure = (await m.failures.list(100)).find(({ id }) => id === draft.turnId)!;
    expect(failure.parts[0]).toMatchObject({ state: 'dead', ...error });
  });

  test('an unknown outcome stays sending, then is uncertain, and the mailbox goes on', async () => {
    const { held, draft, part } = await answered(m, 2);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 1000);
    const error = { message: 'no answer' };
    await m.outbox.record(held, attempt, { kind: 'unknown', error });
    expect((await (await m.turns.open(held))!.turn)!.parts[0]).toMatchObject({
      state: 'sending',
      error,
    });
    await m.outbox.markUncertain(held, part);
    const turn = await turnOf(m, draft.turnId);
    expect(turn.outcome).toBe('uncertain');
    expect(turn.parts.map(({ state }) => state)).toEqual(['uncertain', 'stopped']);
    expect((await m.turns.open(held))!.turn).toBeUndefined();
  });

  test('what a lost claim learns is kept, and wakes the mailbox', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const zombie = await claimed(m, conversationId, 100);
    const { waiting } = (await m.turns.open(zombie))!;
    const draft = draftOf(waiting);
    await m.turns.answer(zombie, draft);
    const attempt = randomUUID();
    await m.outbox.begin(zombie, draft.parts[0].id, attempt, 100);
    let heir: Claim | undefined;
    await expect.poll(async () => (heir = await claimOf(m, conversationId))).toBeDefined();
    const { wakes } = (await m.turns.open(heir!))!;
    await m.queue.release(heir!, { wakes, dueInMs: 60_000, crashes: 0 });
    expect(await claimOf(m, conversationId)).toBeUndefined();
    await m.outbox.record(zombie, attempt, acceptance());
    expect((await turnOf(m, draft.turnId)).outcome).toBe('answered');
    expect(await claimOf(m, conversationId)).toBeDefined();
  });

  test('an answer goes to an address that its sender still has', async () => {
    const phone = aPhone();
    const userId = `US.${randomUUID().slice(0, 8)}`;
    const { conversationId } = await m.intake.accept(inbound({ phone, userId }));
    const held = await claimed(m, conversationId);
    const draft = draftOf((await m.turns.open(held))!.waiting);
    await m.turns.answer(held, draft);
    // The phone goes to somebody else: the answer goes to the user id, never to the new owner.
    await m.intake.accept(inbound({ phone, userId: `US.${randomUUID().slice(0, 8)}` }));
    expect(await m.outbox.begin(held, draft.parts[0].id, randomUUID(), 1000)).toBe(userId);
  });

  test('a part whose refused message arrived all the same is not given up', async () => {
    const { held, part, draft } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.record(held, attempt, { kind: 'retry', error: { message: 'busy' } });
    // Its worker, which knows of the refusal only, finds that the window has closed.
    await m.outbox.callback(heard({ sid: `SM${randomUUID()}`, status: 'delivered', attempt }));
    await m.outbox.abandon(held, part, { message: 'Too late.' });
    expect(await turnOf(m, draft.turnId)).toMatchObject({
      outcome: 'answered',
      parts: [{ state: 'accepted', status: 'delivered' }],
    });
  });
});
