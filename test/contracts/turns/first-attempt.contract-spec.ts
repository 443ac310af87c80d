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
} from '../../support/stores/mailboxes.js';

const sender = { account: 'AC1', from: '+15005550006' };
const firstOf = (leaseMs = 60_000) => ({ id: randomUUID(), leaseMs, sender });

onBothMailboxes('An answer and its first attempt', (m) => {
  async function waiting(phone = aPhone()) {
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const held = await claimed(m, conversationId);
    return { phone, held, conversationId, work: (await m.turns.open(held))! };
  }

  test('are stored together: the part is being sent, to an address of its sender', async () => {
    const { phone, held, work } = await waiting();
    const first = firstOf();
    const bodies = [0, 1].map((n) => ({ id: randomUUID(), body: `${n}` }));
    const draft = draftOf(work.waiting, { first, parts: bodies });
    expect(await m.turns.answer(held, draft)).toEqual({ to: phone });
    const [part, next] = (await turnOf(m, draft.turnId)).parts;
    expect(part).toMatchObject({ state: 'sending', attempts: 1, attempt: first.id, sentTo: phone });
    expect(part.attemptedAt).toBeGreaterThanOrEqual(work.now - 1);
    expect(next).toMatchObject({ state: 'pending', attempts: 0 });
    expect(await m.outbox.begin(held, part.id, randomUUID(), 1000)).toBeNull();
    await m.outbox.record(held, first.id, acceptance());
    expect(await m.outbox.begin(held, next.id, randomUUID(), 1000)).toBe(phone);
  });

  test('prolong the lease, so that nobody else sends meanwhile', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId, 100);
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, { first: firstOf() }));
    // Another lease that began later and lasted as long is over.
    const other = await m.intake.accept(inbound());
    await claimed(m, other.conversationId, 100);
    await expect.poll(() => claimOf(m, other.conversationId)).toBeDefined();
    expect(await m.queue.renew(held, 60_000)).toBe(true);
  });

  test('are not begun while something of the conversation is to be sent before', async () => {
    const { held, work, conversationId } = await waiting();
    const parts = [{ id: randomUUID(), body: 'A person says' }];
    const reply = { turnId: randomUUID(), text: 'A person says', parts, windowMs: 86_400_000 };
    expect(await m.takeover.reply(conversationId, reply)).toMatchObject({ kind: 'stored' });
    const draft = draftOf(work.waiting, { first: firstOf() });
    expect(await m.turns.answer(held, draft)).toBe('stored');
    expect((await turnOf(m, draft.turnId)).parts[0]).toMatchObject({ state: 'pending' });
    expect((await m.turns.open(held))!.turn!.id).toBe(reply.turnId);
  });

  test('go to an address that their sender still has', async () => {
    const userId = `US.${randomUUID().slice(0, 8)}`;
    const { phone, held, work } = await waiting();
    await m.intake.accept(inbound({ phone, userId }));
    await m.intake.accept(inbound({ phone, userId: `US.${randomUUID().slice(0, 8)}` }));
    const draft = draftOf(work.waiting, { first: firstOf(), evenIfOutdated: true });
    expect(await m.turns.answer(held, draft)).toEqual({ to: userId });
  });

  test('are not stored by who has lost the claim, nor when more has come in', async () => {
    const { phone, held, work } = await waiting();
    const draft = () => draftOf(work.waiting, { first: firstOf() });
    expect(await m.turns.answer({ ...held, token: held.token - 1 }, draft())).toBe('lost');
    await m.intake.accept(inbound({ phone }));
    expect(await m.turns.answer(held, draft())).toBe('outdated');
    expect((await m.turns.open(held))!.unsettled).toBe(0);
  });

  test('many at once: each of them has its own', async () => {
    const all = await Promise.all(Array.from({ length: 24 }, () => m.intake.accept(inbound())));
    const claims = await m.queue.claim(100, 60_000);
    const ours = claims.filter(({ conversationId }) =>
      all.some((one) => one.conversationId === conversationId),
    );
    expect(ours).toHaveLength(24);
    const stored = await Promise.all(
      ours.map(async (held) => {
        const { waiting } = (await m.turns.open(held))!;
        const first = firstOf();
        const draft = draftOf(waiting, { first });
        const begun = await m.turns.answer(held, draft);
        const release = { crashes: 0 };
        const settled = await m.outbox.record(held, first.id, acceptance(), release);
        return { begun, settled, turn: await turnOf(m, draft.turnId) };
      }),
    );
    expect(new Set(stored.map(({ begun }) => (begun as { to: string }).to)).size).toBe(24);
    for (const { settled, turn } of stored) {
      expect(settled).toMatchObject({ state: 'accepted', outcome: 'answered', released: true });
      expect(turn).toMatchObject({ outcome: 'answered', parts: [{ state: 'accepted' }] });
    }
    const again = await m.queue.claim(100, 1000);
    expect(
      again.filter((one) => ours.some((o) => o.conversationId === one.conversationId)),
    ).toEqual([]);
  });
});

onBothMailboxes('A verdict that gives the mailbox back', (m) => {
  async function sending() {
    const one = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(one.held, one.part, attempt, 60_000);
    const { wakes } = (await m.turns.open(one.held))!;
    return { ...one, attempt, release: { wakes, crashes: 0 } };
  }

  test('of a message that was taken: it sleeps', async () => {
    const { held, attempt, release, conversationId } = await sending();
    const settled = await m.outbox.record(held, attempt, acceptance(), release);
    expect(settled).toMatchObject({ state: 'accepted', outcome: 'answered', released: true });
    expect(await claimOf(m, conversationId)).toBeUndefined();
    await m.intake.accept(inbound({ phone: (await m.sessions.addresses(conversationId))[0] }));
    expect(await claimOf(m, conversationId)).toMatchObject({ crashes: 0 });
  });

  test('is due at once when something came in meanwhile', async () => {
    const { held, attempt, release, conversationId, phone } = await sending();
    await m.intake.accept(inbound({ phone }));
    await m.outbox.record(held, attempt, acceptance(), release);
    expect(await claimOf(m, conversationId)).toBeDefined();
  });

  test('keeps it when the message was not taken', async () => {
    const { held, attempt, release, conversationId } = await sending();
    const error = { code: 20429, message: 'Too many requests' };
    const settled = await m.outbox.record(held, attempt, { kind: 'retry', error }, release);
    expect(settled).toMatchObject({ state: 'pending' });
    expect(settled!.released).toBeUndefined();
    expect(await claimOf(m, conversationId)).toBeUndefined();
    expect(await m.queue.renew(held, 60_000)).toBe(true);
  });

  test('of a lost claim gives back nothing, and wakes who has it now', async () => {
    const { held, attempt, release, conversationId, draft } = await sending();
    await m.takeover.takeOver(conversationId);
    const settled = await m.outbox.record(held, attempt, acceptance(), release);
    expect(settled!.released).toBeUndefined();
    expect((await turnOf(m, draft.turnId)).parts[0]).toMatchObject({ state: 'accepted' });
    expect(await claimOf(m, conversationId)).toBeDefined();
  });

  test('twice is the same', async () => {
    const { held, attempt, release, conversationId } = await sending();
    const accepted = acceptance();
    await m.outbox.record(held, attempt, accepted, release);
    await m.outbox.record(held, attempt, accepted, release);
    expect(await claimOf(m, conversationId)).toBeUndefined();
  });

  test('of a worker that froze past its lease leaves the mailbox to who has it now', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const zombie = await claimed(m, conversationId, 100);
    const { waiting, wakes } = (await m.turns.open(zombie))!;
    const first = firstOf(100);
    const draft = draftOf(waiting, { first });
    await m.turns.answer(zombie, draft);
    await expect.poll(() => claimOf(m, conversationId)).toBeDefined();
    const release = { wakes, crashes: 0 };
    const settled = await m.outbox.record(zombie, first.id, acceptance(), release);
    expect(settled).toMatchObject({ state: 'accepted', outcome: 'answered' });
    expect(settled!.released).toBeUndefined();
    expect(await m.queue.renew({ ...zombie, token: zombie.token + 1 }, 60_000)).toBe(true);
  });
});
