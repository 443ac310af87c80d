import { expect, test } from 'vitest';
import type { Claim } from '../../src/mailbox/queue/queue.store.js';
import {
  aPhone,
  claimed,
  claimOf,
  draftOf,
  inbound,
  onBothMailboxes,
} from '../support/stores/mailboxes.js';

onBothMailboxes('Claiming', (m) => {
  test('a mailbox belongs to one claim at a time', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const claims = await Promise.all([1, 2, 3].map(() => m.queue.claim(100, 60_000)));
    const ours = claims.flat().filter((c) => c.conversationId === conversationId);
    expect(ours).toHaveLength(1);
  });

  test('the longest due comes first', async () => {
    for (const c of await m.queue.claim(1000, 60_000)) await m.queue.release(c, { crashes: 0 });
    const first = await m.intake.accept(inbound());
    await expect.poll(async () => (await m.turns.answerTo(first.messageId)).done).toBe(false);
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    await m.intake.accept(inbound());
    const [only] = await m.queue.claim(1, 60_000);
    expect(only.conversationId).toBe(first.conversationId);
  });

  test('a lease that ran out is claimed again, and its holder can write no more', async () => {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const zombie = await claimed(m, conversationId, 50);
    let heir: Claim | undefined;
    await expect.poll(async () => (heir = await claimOf(m, conversationId))).toBeDefined();
    expect(heir!.crashes).toBe(1);
    expect(await m.turns.open(zombie)).toBeNull();
    expect(await m.queue.renew(zombie, 60_000)).toBe(false);
    const { waiting, wakes } = (await m.turns.open(heir!))!;
    expect(await m.turns.answer(zombie, draftOf(waiting))).toBe('lost');
    await m.queue.release(zombie, { wakes, dueInMs: 0, crashes: 0 });
    expect(await claimOf(m, conversationId)).toBeUndefined();
    expect(await m.turns.answer(heir!, draftOf(waiting))).toBe('stored');
  });

  test('renewing keeps a claim', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId, 200);
    expect(await m.queue.renew(held, 60_000)).toBe(true);
    const until = Date.now() + 300;
    await expect.poll(() => Date.now() > until).toBe(true);
    expect(await claimOf(m, conversationId)).toBeUndefined();
  });

  test('a release leaves nothing due, unless something came in since', async () => {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const first = await claimed(m, conversationId);
    const { wakes } = (await m.turns.open(first))!;
    await m.queue.release(first, { wakes, crashes: 0 });
    expect(await claimOf(m, conversationId)).toBeUndefined();
    await m.intake.accept(inbound({ phone }));
    const second = await claimed(m, conversationId);
    const seen = (await m.turns.open(second))!.wakes;
    await m.intake.accept(inbound({ phone }));
    await m.queue.release(second, { wakes: seen, crashes: 0 });
    expect(await claimOf(m, conversationId)).toMatchObject({ crashes: 0 });
  });
});
