import { beforeEach, expect, test } from 'vitest';
import { MemoryAccount } from '../../../test/support/stores/memory/account.js';
import { AccountHold } from '../account/account-hold.js';
import { tellOfAnswer, tellOfFailure } from './account-word.js';

const error = { code: 63001, message: 'refused' };
let store: MemoryAccount;
let account: AccountHold;

/** A hold that is known by callbacks. Its probe was accepted, and the word on it is waited for. */
beforeEach(async () => {
  store = new MemoryAccount();
  account = new AccountHold(store);
  await account.refused(error, 'a', 'callback');
  store.held = { ...store.held!, probe: 'b' };
  await account.keeping('b');
  await tellOfAnswer(account, 'b', { kind: 'accepted', sid: 'SM1', status: 'queued' });
});

test.each([
  ['of the account', { kind: 'stop', error }, { refusals: 2 }],
  ['that may be the account’s', { kind: 'retry', error, suspect: true }, { refusals: 2 }],
  ['of the recipient', { kind: 'dead', error }, { refusals: 1, tryAt: 0 }],
  ['of the text', { kind: 'retry', error, attempts: 2 }, { refusals: 1, tryAt: 0 }],
] as const)('a fault %s, told of the probe, leaves the account held', async (_, failure, hold) => {
  await tellOfFailure(account, 'b', failure);
  expect(store.held).toMatchObject(hold);
  expect(store.held!.sid).toBeUndefined();
});

test('a probe that was passed on ends the hold', async () => {
  await account.passedOn('SM1');
  expect(store.held).toBeUndefined();
});
