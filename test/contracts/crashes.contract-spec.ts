import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ALONE_AFTER } from '../../src/mailbox/queue/crashes.js';
import type { Claim } from '../../src/mailbox/queue/queue.store.js';
import { heirOf } from '../support/stores/heir.js';
import {
  acceptance,
  aPhone,
  claimed,
  draftOf,
  inbound,
  onBothMailboxes,
} from '../support/stores/mailboxes.js';

/** Of a lease that runs out by itself, in milliseconds, as its process has died. */
const SOON = 30;

onBothMailboxes('Counting crashes', (m) => {
  test('a crash after the answer was stored is the first one again', async () => {
    const { claim, conversationId } = await crashed(1);
    expect(await store(claim)).toBe('stored');
    expect((await heirOf(m, conversationId, SOON)).crashes).toBe(1);
  });

  test('a crash after a part was taken is the first one again, though more are to be sent', async () => {
    const { claim, conversationId } = await crashed(1);
    const parts = [1, 2].map((n) => ({ id: randomUUID(), body: `part ${n}` }));
    await store(claim, parts);
    const heir = await heirOf(m, conversationId, SOON);
    const again = await heirOf(m, conversationId, SOON);
    expect([heir.crashes, again.crashes]).toEqual([1, 2]);
    await send(again, parts[0].id);
    expect((await heirOf(m, conversationId, SOON)).crashes).toBe(3);
  });

  test('a suspect remains one, and has its three tries again', async () => {
    const { claim, conversationId } = await crashed(4);
    await store(claim);
    expect((await heirOf(m, conversationId, SOON)).crashes).toBe(3);
  });

  test('what was not taken leaves the count as it was', async () => {
    const { claim, conversationId } = await crashed(1);
    const parts = [{ id: randomUUID(), body: 'one' }];
    await store(claim, parts);
    const heir = await heirOf(m, conversationId, SOON);
    const attempt = randomUUID();
    await m.outbox.begin(heir, parts[0].id, attempt, SOON);
    await m.outbox.record(heir, attempt, { kind: 'retry', error: { message: 'later' } });
    expect((await heirOf(m, conversationId, SOON)).crashes).toBe(2);
  });

  test('what another worker has taken meanwhile is no progress of who had it', async () => {
    const { claim, conversationId } = await crashed(1);
    const parts = [1, 2].map((n) => ({ id: randomUUID(), body: `part ${n}` }));
    await store(claim, parts);
    const first = await heirOf(m, conversationId, SOON);
    const attempt = randomUUID();
    await m.outbox.begin(first, parts[0].id, attempt, SOON);
    const second = await heirOf(m, conversationId, SOON);
    await m.outbox.record(first, attempt, acceptance());
    expect(second.crashes).toBe(2);
    expect((await heirOf(m, conversationId, SOON)).crashes).toBe(3);
  });

  test('a release that says nothing of crashes takes its own claim back, and no more', async () => {
    const { claim, conversationId } = await crashed(2);
    await m.queue.release(claim, { dueInMs: 0 });
    const next = await claimed(m, conversationId, SOON);
    expect(next.crashes).toBe(2);
    await store(next);
    await m.queue.release(next, { dueInMs: 0 });
    expect((await claimed(m, conversationId)).crashes).toBe(2);
  });

  test('who may kill the process is claimed alone, by who has nothing else in work', async () => {
    const bad = await crashed(ALONE_AFTER);
    const before = await m.intake.accept(inbound({ phone: aPhone() }));
    await later();
    await m.queue.release(bad.claim, { dueInMs: 0, crashes: ALONE_AFTER });
    await later();
    const behind = await m.intake.accept(inbound({ phone: aPhone() }));
    const taken = async (idle: boolean) => {
      const claims = await m.queue.claim(100, 60_000, idle);
      return claims.map(({ conversationId, crashes }) => [conversationId, crashes]);
    };
    expect(await taken(true)).toEqual([[before.conversationId, 0]]);
    expect(await taken(false)).toEqual([]);
    expect(await taken(true)).toEqual([[bad.conversationId, ALONE_AFTER]]);
    expect(await taken(false)).toEqual([[behind.conversationId, 0]]);
  });

  /** Until what comes due now comes after what did before. */
  async function later(): Promise<void> {
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 1).toBe(true);
  }

  /** A mailbox in which a message waits and whose worker died so often; and who has it now. */
  async function crashed(times: number) {
    const { conversationId } = await m.intake.accept(inbound({ phone: aPhone() }));
    let claim = await claimed(m, conversationId, SOON);
    for (let n = 0; n < times; n++) claim = await heirOf(m, conversationId, SOON);
    expect(claim.crashes).toBe(times);
    return { claim, conversationId };
  }

  async function store(claim: Claim, parts = [{ id: randomUUID(), body: 'one' }]) {
    const { waiting } = (await m.turns.open(claim))!;
    return m.turns.answer(claim, draftOf(waiting, { parts }));
  }

  async function send(claim: Claim, part: string): Promise<void> {
    const attempt = randomUUID();
    await m.outbox.begin(claim, part, attempt, SOON);
    await m.outbox.record(claim, attempt, acceptance());
  }
});
