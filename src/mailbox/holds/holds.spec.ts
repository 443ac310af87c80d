import { beforeEach, expect, test, vi } from 'vitest';
import { A, B, at, error, Held, none, unknown } from '../../../test/support/stores/memory/held.js';

let node: Held;
let store: Held['store'];
let holds: Held['holds'];
let logged: string[];

beforeEach(() => {
  node = new Held();
  ({ store, holds, logged } = node);
});

test('nobody is kept back, and the store is not asked, while all works', async () => {
  const all = vi.spyOn(store, 'all');
  expect(await holds.keeping(at('a'))).toBeUndefined();
  expect(all).not.toHaveBeenCalled();
});

test('one probe at a time passes; its acceptance ends the hold', async () => {
  await holds.refused(error, 'account', at('a'), 'answer');
  expect(await holds.keeping(at('a', A))).toMatchObject(error);
  expect(await node.letTry('b')).toBeUndefined();
  expect(await holds.keeping(at('a'))).toMatchObject(error);
  await holds.accepted(at('a'), 'SM0');
  expect(store.of()).toBeDefined();
  await holds.accepted(at('b'), 'SM1');
  expect(store.of()).toBeUndefined();
  expect(await holds.keeping(at('a'))).toBeUndefined();
});

test('a line that is refused keeps its own conversations, and ends alone', async () => {
  await holds.refused(none, 'line', at('a', A), 'answer');
  await holds.refused(none, 'line', at('b', B), 'answer');
  await holds.refused(none, 'line', at('d'), 'answer');
  expect(await holds.keeping(at('a', A))).toMatchObject({ ...none, line: A });
  expect(await holds.keeping(at('x', '+15005550003'))).toBeUndefined();
  expect(await node.letTry('a', A)).toBeUndefined();
  await holds.accepted(at('a', A), 'SM1');
  expect([store.of(A), store.of(B)?.refusals, store.of('default')?.refusals]).toEqual([
    undefined,
    1,
    1,
  ]);
});

test.each([
  ['the account', 'account', undefined],
  ['a line', 'line', A],
] as const)('%s: each refusal of a probe makes the next wait', async (_, of, line) => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  await holds.refused(error, of, at('a', A), 'answer');
  await holds.refused(error, of, at('b', A), 'answer');
  expect(store.of(line)).toMatchObject({ refusals: 1, tryAt: 30_000 });
  for (const [refusals, tryAt] of [
    [2, 60_000],
    [3, 120_000],
    [4, 240_000],
    [5, 300_000],
    [6, 300_000],
  ]) {
    await node.letTry('b', line, A);
    await holds.refused(error, of, at('b', A), 'answer');
    expect(store.of(line)).toMatchObject({ refusals, tryAt });
  }
  await node.letTry('c', line, A);
  await holds.undecided(at('c', A));
  expect(store.of(line)).toMatchObject({ refusals: 6, tryAt: 0 });
  vi.restoreAllMocks();
});

test('a hold known by callbacks ends by the word on its probe, not by its acceptance', async () => {
  await holds.refused(error, 'account', at('a'), 'callback');
  await node.letTry('a');
  await holds.accepted(at('a'), 'SM1');
  expect(store.of()).toMatchObject({ sid: 'SM1', tryAt: 60_000 });
  expect(await holds.keeping(at('a'))).toMatchObject(error);
  await holds.refused(error, 'account', at('a'), 'callback');
  expect(store.of()).toMatchObject({ refusals: 2 });
  expect(store.of()).not.toHaveProperty('sid');
  await node.letTry('b');
  await holds.accepted(at('b'), 'SM2');
  await holds.passedOn(at('b'), 'SM0');
  expect(store.of()).toBeDefined();
  await holds.passedOn(at('b'), 'SM2');
  expect(store.of()).toBeUndefined();
});

/** The probe of a line's hold went out, and the word on it is waited for. */
async function probed(conversationId: string, sid: string) {
  await node.letTry(conversationId, A);
  await holds.accepted(at(conversationId, A), sid);
}

test('word against a probe that was accepted refuses it, each time for longer', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  await holds.refused(unknown, 'line', at('a', A), 'callback');
  for (const [refusals, tryAt] of [
    [2, 60_000],
    [3, 120_000],
    [4, 240_000],
  ]) {
    await probed('b', 'SM1');
    expect(await holds.suspects(unknown, at('b', A), 'callback')).toBe(true);
    expect(store.of(A)).toMatchObject({ refusals, tryAt });
    expect(store.of(A)).not.toHaveProperty('sid');
  }
  await probed('b', 'SM2');
  await holds.refused(none, 'line', at('c', A), 'callback');
  expect(store.of(A)).toMatchObject({ ...none, refusals: 5, tryAt: 300_000 });
  vi.restoreAllMocks();
});

test('word that says nothing about the line has another one try', async () => {
  await holds.refused(none, 'line', at('a', A), 'callback');
  await probed('b', 'SM1');
  await holds.undecided(at('b', A));
  expect(store.of(A)).toMatchObject({ tryAt: 0 });
  expect(store.of(A)!.sid).toBeUndefined();
});

test('the log has a line for each change, with the cure, and none for what goes on', async () => {
  await holds.refused(error, 'account', at('a'), 'answer');
  await holds.refused(error, 'account', at('b'), 'answer');
  holds.see([store.of()!]);
  expect(logged).toEqual([expect.stringMatching(/the account \(20003: Authen.*Check the token/)]);
  await node.letTry('a');
  await holds.refused(unknown, 'account', at('a'), 'answer');
  expect(logged).toEqual([expect.anything(), expect.stringContaining('99999')]);
  await holds.refused(none, 'line', at('c', A), 'answer');
  expect(logged.slice(2)).toEqual([expect.stringContaining(`the line ${A} (63007`)]);
  holds.see([store.of(A)!]);
  holds.see([]);
  holds.see([]);
  expect(logged.slice(3)).toEqual([
    expect.stringContaining('no longer refuses the account'),
    expect.stringContaining(`no longer refuses the line ${A}`),
  ]);
});
