import { beforeEach, expect, test } from 'vitest';
import { A, B, at, error, Held, none, unknown } from '../../../test/support/stores/memory/held.js';
import type { LineId } from '../../config/lines/line.js';

let node: Held;
let store: Held['store'];
let holds: Held['holds'];

beforeEach(() => {
  node = new Held();
  ({ store, holds } = node);
});

test.each(['answer', 'callback'] as const)('three people in a row, by %s', async (heardBy) => {
  const suspects = (one: string, code = 99999, line?: LineId) =>
    holds.suspects({ ...unknown, code }, at(one, line), heardBy);
  const works = (line?: LineId) =>
    heardBy === 'answer'
      ? holds.accepted(at('z', line), 'SM1')
      : holds.passedOn(at('z', line), 'SM1');
  expect(await suspects('a')).toBe(false);
  expect(await suspects('a')).toBe(false);
  expect(await suspects('b')).toBe(false);
  await works();
  expect(await suspects('c')).toBe(false);
  expect(await suspects('d')).toBe(false);
  expect(await suspects('e', 99998)).toBe(false);
  expect(await suspects('f')).toBe(false);
  expect(await suspects('g')).toBe(false);
  // What another line gets is neither the third, nor a success.
  expect(await suspects('x', 99999, A)).toBe(false);
  await works(B);
  expect(await store.all()).toEqual([]);
  expect(await suspects('h')).toBe(true);
  expect(await store.all()).toMatchObject([{ ...unknown, heardBy, line: 'default' }]);
  expect(await suspects('y', 99999, A)).toBe(false);
  expect(await suspects('z', 99999, A)).toBe(true);
  expect(store.of(A)).toMatchObject(unknown);
});

test('word of a success matters only where somebody waits for it', async () => {
  expect(holds.awaitsWord).toBe(false);
  await holds.suspects(unknown, at('a', A), 'callback');
  expect(holds.awaitsWord).toBe(true);
  await holds.passedOn(at('b', A), 'SM1');
  expect(holds.awaitsWord).toBe(false);
  await holds.refused(none, 'line', at('a', A), 'callback');
  expect(holds.awaitsWord).toBe(true);
});

test('under a hold the same code refuses its probe at once', async () => {
  await holds.refused(unknown, 'line', at('a', A), 'answer');
  await node.letTry('b', A);
  expect(await holds.suspects(unknown, at('b', A), 'answer')).toBe(true);
  expect(store.of(A)).toMatchObject({ refusals: 2 });
});

test('who tries for the account is kept back by no line, and their line is held where it is at fault', async () => {
  await holds.refused(error, 'account', at('a', A), 'callback');
  await holds.refused(none, 'line', at('a', A), 'answer');
  expect(await holds.keeping(at('b', A))).toMatchObject(error);
  expect(await node.letTry('b', undefined, A)).toBeUndefined();
  await holds.refused(none, 'line', at('b', A), 'answer');
  expect(store.of()).toMatchObject({ ...error, refusals: 1, tryAt: 30_000 });
  expect(store.of(A)).toMatchObject({ ...none, refusals: 1 });
  expect(await node.letTry('c', undefined, B)).toBeUndefined();
  await holds.suspects(unknown, at('c', B), 'answer');
  expect(store.of()).toMatchObject({ ...error, refusals: 1, tryAt: 30_000 });
  expect(await node.letTry('d', undefined, B)).toBeUndefined();
  await holds.accepted(at('d', B), 'SM1');
  await holds.passedOn(at('d', B), 'SM1');
  expect(store.of()).toBeUndefined();
  expect(await holds.keeping(at('b', A))).toMatchObject(none);
});

test('who tries for the account and gets through has tried for their line, too', async () => {
  await holds.refused(error, 'account', at('a', A), 'answer');
  for (const line of [A, B]) await holds.refused(none, 'line', at('a', line), 'answer');
  await node.letTry('b', undefined, A);
  await holds.accepted(at('b', A), 'SM1');
  expect(await store.all()).toMatchObject([{ ...none, line: B }]);
});

test('a line’s probe that meets a refusal of the account says nothing about the line', async () => {
  await holds.refused(none, 'line', at('a', A), 'answer');
  await node.letTry('b', A);
  await holds.refused(error, 'account', at('b', A), 'answer');
  expect(store.of()).toMatchObject(error);
  expect(store.of(A)).toMatchObject({ ...none, refusals: 1, tryAt: 0 });
  expect(await holds.keeping(at('b', A))).toMatchObject(error);
});

test('the sender is looked at after the account: who is refused for that got past it', async () => {
  await holds.refused(error, 'account', at('a', A), 'answer');
  await node.letTry('b', undefined, A);
  await holds.refused(none, 'line', at('b', A), 'answer');
  expect(await store.all()).toMatchObject([{ ...none, line: A }]);
});

test('an account that a former version held for its line’s code is let go, and the line is held', async () => {
  await store.hold({ error: none, heardBy: 'callback', tryInMs: 0, again: false });
  holds.see(await store.all());
  await node.letTry('a', undefined, A);
  await holds.refused(none, 'line', at('a', A), 'answer');
  expect(await store.all()).toMatchObject([{ ...none, line: A }]);
});
