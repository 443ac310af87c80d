import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { PROBE_MS, type Refusal, WOKEN_AT_ONCE } from '../../src/mailbox/holds/hold.store.js';
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
  const hold = (over: Partial<Refusal> = {}) =>
    m.holds.hold({ error, heardBy: 'answer', tryInMs: HOUR, again: false, ...over });
  const accountHold = async () => (await m.holds.all()).find(({ line }) => !line);
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
    for (const { line } of await m.holds.all()) await m.holds.lift(line);
    while ((await m.holds.tend()).woken);
  });

  test('a hold stands as it came, until it is lifted', async () => {
    expect(await m.holds.all()).toEqual([]);
    const first = await hold();
    expect(first).toMatchObject({ ...error, heardBy: 'answer', refusals: 1 });
    expect(first.tryAt - first.since).toBe(HOUR);
    const refusal = { error: other, heardBy: 'callback', tryInMs: 5 } as const;
    expect(await hold(refusal)).toEqual(first);
    const again = await hold({ ...refusal, tryInMs: 2 * HOUR, again: true });
    expect(again).toMatchObject({ ...other, heardBy: 'callback', refusals: 2, since: first.since });
    expect(again).not.toHaveProperty('action');
    expect(again.tryAt).toBeGreaterThan(first.tryAt);
    expect(await m.holds.all()).toEqual([again]);
    await m.holds.lift(undefined);
    expect(await m.holds.all()).toEqual([]);
  });

  test('a part that waits for the account says why, and its mailbox is not due', async () => {
    await hold();
    const turn = await heldBack();
    expect(await partOf(turn)).toMatchObject({ state: 'pending', attempts: 0, error });
    expect((await partOf(turn)).retryAt).toBeUndefined();
    expect(await m.holds.waiting()).toBe(1);
    expect(await m.holds.tend()).toMatchObject({ holds: [error], woken: 0 });
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
    const settled = await m.outbox.record(turn.held, attempt, {
      kind: 'stop',
      of: 'account',
      error,
    });
    expect(settled).toMatchObject({ state: 'pending' });
    expect(settled!.retryInMs).toBeUndefined();
    expect(await m.holds.waiting()).toBe(1);
  });

  test('when it is time one mailbox of all nodes tries, then the next', async () => {
    await hold({ tryInMs: 0 });
    const turns = [await heldBack(), await heldBack()];
    const looks = await Promise.all([1, 2, 3].map(() => m.holds.tend()));
    expect(looks.filter(({ woken }) => woken === 1)).toHaveLength(1);
    const { probe, tryAt, since } = (await accountHold())!;
    expect(tryAt - since).toBeGreaterThanOrEqual(PROBE_MS);
    const claims = await m.queue.claim(100, 60_000);
    expect(claims.map(({ conversationId }) => conversationId)).toEqual([probe]);
    await release(claims[0]);
    await m.holds.postpone(undefined, 0);
    await m.holds.tend();
    const next = (await accountHold())!.probe;
    expect(turns.map(({ conversationId }) => conversationId).sort()).toEqual([probe, next].sort());
    await m.holds.postpone(undefined, 0);
    await m.holds.tend();
    expect((await accountHold())!.probe).toBe(probe);
  });

  test('the word on a message that was sent is waited for; without any the hold ends', async () => {
    await hold({ tryInMs: 0 });
    const turn = await heldBack();
    await m.holds.postpone(undefined, HOUR, 'SM1');
    expect(await m.holds.tend()).toMatchObject({ holds: [{ sid: 'SM1' }], woken: 0 });
    const word = { error: other, heardBy: 'callback', tryInMs: 0 } as const;
    expect(await hold(word)).toMatchObject({ refusals: 2 });
    expect(await accountHold()).not.toHaveProperty('sid');
    await m.holds.postpone(undefined, 0, 'SM2');
    expect(await m.holds.tend()).toEqual({ holds: [], woken: 1 });
    expect(await claimOf(m, turn.conversationId)).toBeDefined();
  });

  test('once the hold is over all that waited are due, some at a time', async () => {
    await hold();
    const turns = [await heldBack(), await heldBack(), await heldBack()];
    await m.holds.lift(undefined);
    expect(turns.length).toBeLessThan(WOKEN_AT_ONCE);
    expect(await m.holds.tend()).toEqual({ holds: [], woken: 3 });
    expect(await m.holds.tend()).toEqual({ holds: [], woken: 0 });
    expect(await m.holds.waiting()).toBe(0);
    const due = (await m.queue.claim(100, 60_000)).map(({ conversationId }) => conversationId);
    expect(due.sort()).toEqual(turns.map(({ conversationId }) => conversationId).sort());
  });

  test('who is held back just when the hold ends is woken all the same', async () => {
    await hold();
    const turn = await answered(m);
    const { wakes } = (await m.turns.open(turn.held))!;
    await m.holds.lift(undefined);
    await m.outbox.holdBack(turn.held, turn.part, error);
    expect(await m.holds.tend()).toEqual({ holds: [], woken: 1 });
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
    await m.holds.tend();
    expect(await claimOf(m, turn.conversationId)).toBeUndefined();
    expect([await m.holds.tryNow(), await m.holds.tryNow()]).toEqual([true, false]);
    const again = await claimed(m, turn.conversationId);
    expect((await partOf(turn)).retryAt).toBeUndefined();
    await release(again);
    await m.holds.tryNow();
    expect(await claimOf(m, turn.conversationId)).toBeUndefined();
  });

  test('and has the hold try at once', async () => {
    await hold();
    await heldBack();
    await m.holds.tryNow();
    expect(await m.holds.tend()).toMatchObject({ holds: [error], woken: 1 });
  });
});
