import { beforeEach, expect, test } from 'vitest';
import { MemoryHolds } from '../../../test/support/stores/memory/holds.js';
import { Holds } from '../holds/holds.js';
import { tellOfAnswer, tellOfFailure } from './hold-word.js';

const error = { code: 63001, message: 'refused' };
const LINE = '+15005550001';
const at = (conversationId: string) => ({ conversationId, line: LINE });
let store: MemoryHolds;
let holds: Holds;

/** A line's hold that is known by callbacks. Its probe was accepted, and the word on it is waited for. */
beforeEach(async () => {
  store = new MemoryHolds();
  holds = new Holds(store);
  await holds.refused(error, 'line', at('a'), 'callback');
  store.letTry('b', LINE);
  await holds.keeping(at('b'));
  await tellOfAnswer(holds, at('b'), { kind: 'accepted', sid: 'SM1', status: 'queued' });
});

test.each([
  ['of the line', { kind: 'stop', of: 'line', error }, { refusals: 2 }],
  ['that may be the line’s', { kind: 'retry', error, suspect: true }, { refusals: 2 }],
  ['of the account', { kind: 'stop', of: 'account', error }, { refusals: 1, tryAt: 0 }],
  ['of the recipient', { kind: 'dead', error }, { refusals: 1, tryAt: 0 }],
  ['of the text', { kind: 'retry', error, attempts: 2 }, { refusals: 1, tryAt: 0 }],
] as const)('a fault %s, told of the probe, leaves the line held', async (_, failure, hold) => {
  await tellOfFailure(holds, at('b'), failure);
  expect(store.of(LINE)).toMatchObject(hold);
  expect(store.of(LINE)!.sid).toBeUndefined();
});

test('a probe that was passed on ends the hold', async () => {
  expect(store.of(LINE)).toMatchObject({ sid: 'SM1', tryAt: 60_000 });
  await holds.passedOn(at('b'), 'SM1');
  expect(store.of(LINE)).toBeUndefined();
});
