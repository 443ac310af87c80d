import { beforeEach, expect, test, vi } from 'vitest';
import { MemoryAccount } from '../../../test/support/stores/memory/account.js';
import { AccountHold } from './account-hold.js';

const error = { code: 20003, message: 'Authenticate', action: 'Check the token.' };
const unknown = { code: 99999, message: 'What is this?' };
let store: MemoryAccount;
let account: AccountHold;
let logged: string[];

beforeEach(() => {
  store = new MemoryAccount();
  account = new AccountHold(store);
  logged = [];
  const log = (line: string) => void logged.push(line);
  vi.spyOn(account['logger'], 'error').mockImplementation(log);
  vi.spyOn(account['logger'], 'log').mockImplementation(log);
});

/** The hold lets this conversation try, as `tend` does when it is time. */
const letTry = (conversationId: string) => {
  store.held = { ...store.held!, probe: conversationId };
  return account.keeping(conversationId);
};

test('nobody is kept back, and the store is not asked, while the account works', async () => {
  const find = vi.spyOn(store, 'find');
  expect(await account.keeping('a')).toBeUndefined();
  expect(find).not.toHaveBeenCalled();
});

test('one probe at a time passes; its acceptance ends the hold', async () => {
  await account.refused(error, 'a', 'answer');
  expect(await account.keeping('a')).toMatchObject(error);
  expect(await letTry('b')).toBeUndefined();
  expect(await account.keeping('a')).toMatchObject(error);
  await account.accepted('a', 'SM0');
  expect(store.held).toBeDefined();
  await account.accepted('b', 'SM1');
  expect(store.held).toBeUndefined();
  expect(await account.keeping('a')).toBeUndefined();
});

test('the next probe waits longer after each refusal of one, and for nothing else', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  await account.refused(error, 'a', 'answer');
  await account.refused(error, 'b', 'answer');
  expect(store.held).toMatchObject({ refusals: 1, tryAt: 30_000 });
  for (const [refusals, tryAt] of [
    [2, 60_000],
    [3, 120_000],
    [4, 240_000],
    [5, 300_000],
    [6, 300_000],
  ]) {
    await letTry('b');
    await account.refused(error, 'b', 'answer');
    expect(store.held).toMatchObject({ refusals, tryAt });
  }
  await letTry('c');
  await account.undecided('c');
  expect(store.held).toMatchObject({ refusals: 6, tryAt: 0 });
  vi.restoreAllMocks();
});

test('a hold known by callbacks ends by the word on its probe, not by its acceptance', async () => {
  await account.refused(error, 'a', 'callback');
  await letTry('a');
  await account.accepted('a', 'SM1');
  expect(store.held).toMatchObject({ sid: 'SM1', tryAt: 60_000 });
  expect(await account.keeping('a')).toMatchObject(error);
  await account.refused(error, 'a', 'callback');
  expect(store.held).toMatchObject({ refusals: 2 });
  expect(store.held).not.toHaveProperty('sid');
  await letTry('b');
  await account.accepted('b', 'SM2');
  await account.passedOn('SM0');
  expect(store.held).toBeDefined();
  await account.passedOn('SM2');
  expect(store.held).toBeUndefined();
});

/** The hold's probe went out, and the word on it is waited for. */
async function probed(conversationId: string, sid: string) {
  await letTry(conversationId);
  await account.accepted(conversationId, sid);
}

test('word against a probe that was accepted refuses it, each time for longer', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  await account.refused(unknown, 'a', 'callback');
  for (const [refusals, tryAt] of [
    [2, 60_000],
    [3, 120_000],
    [4, 240_000],
  ]) {
    await probed('b', 'SM1');
    expect(await account.suspects(unknown, 'b', 'callback')).toBe(true);
    expect(store.held).toMatchObject({ refusals, tryAt });
    expect(store.held).not.toHaveProperty('sid');
  }
  await probed('b', 'SM2');
  await account.refused(error, 'c', 'callback');
  expect(store.held).toMatchObject({ ...error, refusals: 5, tryAt: 300_000 });
});

test('word that says nothing about the account has another one try', async () => {
  await account.refused(error, 'a', 'callback');
  await probed('b', 'SM1');
  await account.undecided('b');
  expect(store.held).toMatchObject({ tryAt: 0 });
  expect(store.held!.sid).toBeUndefined();
});

test.each(['answer', 'callback'] as const)('three people in a row, by %s', async (heardBy) => {
  const suspects = (one: string, code = 99999) =>
    account.suspects({ ...unknown, code }, one, heardBy);
  const works = () =>
    heardBy === 'answer' ? account.accepted('z', 'SM1') : account.passedOn('SM1');
  expect(await suspects('a')).toBe(false);
  expect(await suspects('a')).toBe(false);
  expect(await suspects('b')).toBe(false);
  await works();
  expect(await suspects('c')).toBe(false);
  expect(await suspects('d')).toBe(false);
  expect(await suspects('e', 99998)).toBe(false);
  expect(await suspects('f')).toBe(false);
  expect(await suspects('g')).toBe(false);
  expect(store.held).toBeUndefined();
  expect(await suspects('h')).toBe(true);
  expect(store.held).toMatchObject({ ...unknown, heardBy });
});

test('under a hold the same code refuses its probe at once', async () => {
  await account.refused(unknown, 'a', 'answer');
  await letTry('b');
  expect(await account.suspects(unknown, 'b', 'answer')).toBe(true);
  expect(store.held).toMatchObject({ refusals: 2 });
});

test('the log has a line for each change, with the cure, and none for what goes on', async () => {
  await account.refused(error, 'a', 'answer');
  await account.refused(error, 'b', 'answer');
  account.see(store.held);
  expect(logged).toEqual([expect.stringMatching(/20003: Authenticate.*Check the token/)]);
  await letTry('a');
  await account.refused(unknown, 'a', 'answer');
  expect(logged).toEqual([expect.anything(), expect.stringContaining('99999')]);
  account.see(undefined);
  account.see(undefined);
  expect(logged).toHaveLength(3);
});
