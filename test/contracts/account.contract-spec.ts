import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { PROBE_MS, WOKEN_AT_ONCE } from '../../src/mailbox/account/account.store.js';
import type { Claim } from '../../src/mailbox/queue/queue.store.js';
import {
  answered,
  claimed,
  claimOf,
  onBothMailboxes,
  turnOf,
} from '../support/stores/mailboxes.js';

const error = { code: 20003, message: 'Authenticate', action: 'Check the token.' };
const other = { code: 63007, message: 'No such sender' };
const HOUR = 3_600_000;

onBothMailboxes('The account', (m) => {
  const hold = (tryInMs = HOUR, again = false) => m.account.hold(error, 'answer', tryInMs, again);
  const release = async (held: Claim, dueInMs = HOUR) => {
    const { wakes } = (await m.turns.open(held))!;
    await m.queue.release(held, { wakes, dueInMs, crashes: 0 });
  };
  /** A mailbox whose part waits for the account. */
  async function heldBack() {
    const turn = await answered(m);
    await m.outbox.holdBack(turn.held, turn.part, error);
    await release(turn.held);
    return turn;
  }
  const partOf = async ({ draft }: { draft: { turnId: string } }) =>
    (await turnOf(m, draft.turnId)).parts[0];

  beforeEach(async () => {
    await m.account.lift();
    while ((await m.account.tend()).woken);
  });

  test('a hold stands as it came, until it is lifted', async () => {
    expect(await m.account.find()).toBeUndefined();
    const first = await hold();
    expect(first).toMatchObject({ ...error, heardBy: 'answer', refusals: 1 });
    expect(first.tryAt - first.since).toBe(HOUR);
    expect(await m.account.hold(other, 'callback', 5, false)).toEqual(first);
    const again = await m.account.hold(other, 'callback', 2 * HOUR, true);
    expect(again).toMatchObject({ ...other, heardBy: 'callback', refusals: 2, since: first.since });
    expect(again).not.toHaveProperty('action');
    expect(again.tryAt).toBeGreaterThan(first.tryAt);
    expect(await m.account.find()).toEqual(again);
    await m.account.lift();
    expect(await m.account.find()).toBeUndefined();
  });

  test('a part that waits for the account says why, and its mailbox is not due', async () => {
    await hold();
    const turn = await heldBack();
    expect(await partOf(turn)).toMatchObject({ state: 'pending', attempts: 0, error });
    expect((await partOf(turn)).retryAt).toBeUndefined();
    expect(await m.account.waiting()).toBe(1);
    expect(await m.account.tend()).toMatchObject({ hold: error, woken: 0 });
    expect(await claimOf(m, turn.conversationId)).toBeUndefined();
    const stale = { ...turn.held, token: turn.held.token - 1 };
    await m.outbox.holdBack(stale, turn.part, other);
    expect(await partOf(turn)).toMatchObject({ error });
  });

  test('a refused send waits so, too', async () => {
    await hold();
    const turn = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(turn.held, turn.part, attempt, 1000);
    const settled = await m.outbox.record(turn.held, attempt, { kind: 'stop', error });
    expect(settled).toMatchObject({ state: 'pending' });
    expect(settled!.retryInMs).toBeUndefined();
    expect(await m.account.waiting()).toBe(1);
  });

  test('when it is time one mailbox of all nodes tries, then the next', async () => {
    await hold(0);
    const turns = [await heldBack(), await heldBack()];
    const looks = await Promise.all([1, 2, 3].map(() => m.account.tend()));
    expect(looks.filter(({ woken }) => woken === 1)).toHaveLength(1);
    const { probe, tryAt, since } = (await m.account.find())!;
    expect(tryAt - since).toBeGreaterThanOrEqual(PROBE_MS);
    const claims = await m.queue.claim(100, 60_000);
    expect(claims.map(({ conversationId }) => conversationId)).toEqual([probe]);
    await release(claims[0]);
    await m.account.postpone(0);
    await m.account.tend();
    const next = (await m.account.find())!.probe;
    expect(turns.map(({ conversationId }) => conversationId).sort()).toEqual([probe, next].sort());
    await m.account.postpone(0);
    await m.account.tend();
    expect((await m.account.find())!.probe).toBe(probe);
  });

  test('the word on a message that was sent is waited for; without any the hold ends', async () => {
    await hold(0);
    const turn = await heldBack();
    await m.account.postpone(HOUR, 'SM1');
    expect(await m.account.tend()).toMatchObject({ hold: { sid: 'SM1' }, woken: 0 });
    expect(await m.account.hold(other, 'callback', 0, false)).toMatchObject({ refusals: 2 });
    expect(await m.account.find()).not.toHaveProperty('sid');
    await m.account.postpone(0, 'SM2');
    expect(await m.account.tend()).toEqual({ woken: 1 });
    expect(await claimOf(m, turn.conversationId)).toBeDefined();
  });

  test('once the hold is over all that waited are due, some at a time', async () => {
    await hold();
    const turns = [await heldBack(), await heldBack(), await heldBack()];
    await m.account.lift();
    expect(turns.length).toBeLessThan(WOKEN_AT_ONCE);
    expect(await m.account.tend()).toEqual({ woken: 3 });
    expect(await m.account.tend()).toEqual({ woken: 0 });
    expect(await m.account.waiting()).toBe(0);
    const due = (await m.queue.claim(100, 60_000)).map(({ conversationId }) => conversationId);
    expect(due.sort()).toEqual(turns.map(({ conversationId }) => conversationId).sort());
  });

  test('who is held back just when the hold ends is woken all the same', async () => {
    await hold();
    const turn = await answered(m);
    const { wakes } = (await m.turns.open(turn.held))!;
    await m.account.lift();
    await m.outbox.holdBack(turn.held, turn.part, error);
    expect(await m.account.tend()).toEqual({ woken: 1 });
    await m.queue.release(turn.held, { wakes, dueInMs: HOUR, crashes: 0 });
    expect(await claimOf(m, turn.conversationId)).toBeDefined();
  });

  test('a change has those try at once whose own code it may mend', async () => {
    const turn = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(turn.held, turn.part, attempt, 1000);
    const slow = { kind: 'retry', error: other, notBeforeMs: HOUR, suspect: true } as const;
    await m.outbox.record(turn.held, attempt, slow);
    await release(turn.held);
    await m.account.tend();
    expect(await claimOf(m, turn.conversationId)).toBeUndefined();
    expect([await m.account.tryNow(), await m.account.tryNow()]).toEqual([true, false]);
    const again = await claimed(m, turn.conversationId);
    expect((await partOf(turn)).retryAt).toBeUndefined();
    await release(again);
    await m.account.tryNow();
    expect(await claimOf(m, turn.conversationId)).toBeUndefined();
  });

  test('and has the hold try at once', async () => {
    await hold();
    await heldBack();
    await m.account.tryNow();
    expect(await m.account.tend()).toMatchObject({ hold: error, woken: 1 });
  });
});
