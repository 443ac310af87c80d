import { beforeEach, expect, test } from 'vitest';
import type { LineId } from '../../src/config/lines/line.js';
import type { Refusal } from '../../src/mailbox/holds/hold.store.js';
import { answered, aPhone, onBothMailboxes } from '../support/stores/mailboxes.js';

const error = { code: 63007, message: 'No such sender', action: 'Check it.' };
const whole = { code: 20003, message: 'Authenticate' };
const HOUR = 3_600_000;
const [A, B] = ['+15005550001', '+15005550002'];

onBothMailboxes('Lines that are held', (m) => {
  const hold = (line?: LineId, over: Partial<Refusal> = {}) =>
    m.holds.hold({ line, error, heardBy: 'answer', tryInMs: HOUR, again: false, ...over });
  /** The conversation of a mailbox on a line, whose part waits for a hold's end. */
  async function heldBack(line?: LineId): Promise<string> {
    const turn = await answered(m, 1, aPhone(), line);
    await m.outbox.holdBack(turn.held, turn.part, error);
    const { wakes } = (await m.turns.open(turn.held))!;
    await m.queue.release(turn.held, { wakes, dueInMs: HOUR, crashes: 0 });
    return turn.conversationId;
  }
  /** Whose mailboxes were woken since the last look. */
  const due = async () =>
    (await m.queue.claim(1000, 60_000)).map(({ conversationId }) => conversationId);
  const probeOf = async (line?: LineId) =>
    (await m.holds.all()).find((one) => one.line === line)!.probe;
  const ofAccount = { error: whole, tryInMs: 0 };

  beforeEach(async () => {
    for (const { line } of await m.holds.all()) await m.holds.lift(line);
    while ((await m.holds.tend()).woken);
    await due();
  });

  test('stand beside each other and the account, which comes first, each by itself', async () => {
    const held = [await hold(B), await hold('default'), await hold(A), await hold()];
    expect(held[0]).toMatchObject({ ...error, line: B, refusals: 1 });
    expect(held[3]).not.toHaveProperty('line');
    const all = async () => (await m.holds.all()).map(({ line }) => line);
    expect(await all()).toEqual([undefined, A, B, 'default']);
    await hold(A, { again: true, error: whole });
    expect((await m.holds.all()).map(({ refusals }) => refusals)).toEqual([1, 2, 1, 1]);
    await m.holds.postpone(B, 0, 'SM1');
    expect((await m.holds.all())[2]).toMatchObject({ line: B, sid: 'SM1' });
    expect((await m.holds.all()).filter(({ sid }) => sid)).toHaveLength(1);
    await m.holds.lift(undefined);
    await m.holds.lift(A);
    expect(await all()).toEqual([B, 'default']);
  });

  test('keep their own alone: whom no hold keeps is woken, a line at a time', async () => {
    for (const line of [A, B, 'default']) await hold(line);
    const [ofA, ofB, ofDefault] = [await heldBack(A), await heldBack(B), await heldBack()];
    expect(await m.holds.waiting()).toBe(3);
    for (const line of [A, B, 'default']) expect(await m.holds.waiting(line)).toBe(1);
    expect((await m.holds.tend()).woken).toBe(0);
    await m.holds.lift('default');
    expect(await m.holds.tend()).toMatchObject({ holds: [{ line: A }, { line: B }], woken: 1 });
    expect(await due()).toEqual([ofDefault]);
    await m.holds.lift(A);
    expect((await m.holds.tend()).woken).toBe(1);
    expect(await due()).toEqual([ofA]);
    await hold();
    await m.holds.lift(B);
    expect((await m.holds.tend()).woken).toBe(0);
    expect(await m.holds.waiting(B)).toBe(1);
    await m.holds.lift(undefined);
    expect((await m.holds.tend()).woken).toBe(1);
    expect(await due()).toEqual([ofB]);
    expect(await m.holds.waiting()).toBe(0);
  });

  test('have one of their own try, each when its time has come', async () => {
    await hold(A, { tryInMs: 0 });
    await hold(B);
    const [one, other] = [await heldBack(A), await heldBack(B)];
    expect((await m.holds.tend()).woken).toBe(1);
    expect([await probeOf(A), await probeOf(B)]).toEqual([one, undefined]);
    expect(await due()).toEqual([one]);
    await m.holds.tryNow();
    expect((await m.holds.tend()).woken).toBe(2);
    expect([await probeOf(A), await probeOf(B)]).toEqual([one, other]);
  });

  test('try nothing while the account is held, for which one of another line tries', async () => {
    await hold(A, { tryInMs: 0 });
    await hold(undefined, ofAccount);
    const [one, free] = [await heldBack(A), await heldBack(B)];
    const again = [await heldBack(A), await heldBack(A)];
    for (let n = 0; n < 3; n++) {
      expect((await m.holds.tend()).woken).toBe(1);
      expect([await probeOf(), await probeOf(A)]).toEqual([free, undefined]);
      await m.holds.postpone(undefined, 0);
    }
    await m.holds.lift(undefined);
    await m.holds.tend();
    expect([one, ...again]).toContain(await probeOf(A));
    expect(await due()).toContain(free);
  });

  test('let one of theirs try for the account where nobody else waits', async () => {
    await hold(A);
    await hold(undefined, ofAccount);
    const one = await heldBack(A);
    await m.holds.tend();
    expect(await probeOf()).toBe(one);
    expect(await due()).toEqual([one]);
  });

  test('end one by one where nothing was heard against their probes', async () => {
    await hold(A);
    await hold(B);
    const [ofA] = [await heldBack(A), await heldBack(B)];
    await m.holds.postpone(A, 0, 'SM1');
    await m.holds.postpone(B, HOUR, 'SM2');
    expect(await m.holds.tend()).toMatchObject({ holds: [{ line: B, sid: 'SM2' }], woken: 1 });
    expect(await due()).toEqual([ofA]);
  });
});
