import { expect, test } from 'vitest';
import { heirOf } from '../support/stores/heir.js';
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
    await emptied();
    const first = await dueNext();
    await dueNext();
    const [only] = await m.queue.claim(1, 60_000);
    expect(only.conversationId).toBe(first);
  });

  test('a lease that ran out is claimed again, and its holder can write no more', async () => {
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone }));
    const zombie = await claimed(m, conversationId, 50);
    const heir = await heirOf(m, conversationId);
    expect(heir.crashes).toBe(1);
    expect(await m.turns.open(zombie)).toBeNull();
    expect(await m.queue.renew(zombie, 60_000)).toBe(false);
    const { waiting, wakes } = (await m.turns.open(heir))!;
    expect(await m.turns.answer(zombie, draftOf(waiting))).toBe('lost');
    await m.queue.release(zombie, { wakes, dueInMs: 0, crashes: 0 });
    expect(await claimOf(m, conversationId)).toBeUndefined();
    expect(await m.turns.answer(heir, draftOf(waiting))).toBe('stored');
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

  test('a mailbox that nobody worked on keeps its place before those that came due later', async () => {
    await emptied();
    const [first, second] = [await dueNext(), await dueNext()];
    const [claim] = await m.queue.claim(1, 60_000);
    expect(claim.conversationId).toBe(first);
    await m.queue.release(claim, { dueInMs: 'as-before', crashes: 0 });
    const [again] = await m.queue.claim(1, 60_000);
    expect(again.conversationId).toBe(first);
    await m.queue.release(again, { dueInMs: 0, crashes: 0 });
    const [next] = await m.queue.claim(1, 60_000);
    expect(next.conversationId).toBe(second);
  });

  const emptied = async () => {
    for (const c of await m.queue.claim(1000, 60_000)) await m.queue.release(c, { crashes: 0 });
  };

  /** Someone who writes later than all before, by the store's clock. */
  const dueNext = async () => {
    const { conversationId, messageId } = await m.intake.accept(inbound());
    await expect.poll(async () => (await m.turns.answerTo(messageId)).done).toBe(false);
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    return conversationId;
  };
});
