import { expect, test } from 'vitest';
import { Problem } from '../http/problems/problem.js';
import { StorageError } from '../storage/storage.error.js';
import { oneByOne } from './one-by-one.js';

const results = async (ids: string[], decide: (id: string) => Promise<void>) =>
  (await oneByOne(ids, decide)).map(({ id, result, reason }) => `${id} ${result}: ${reason}`);

/** Does one whose name begins with `d`, refuses `r`, and fails on others as a store does. */
async function decide(id: string): Promise<void> {
  if (id.startsWith('r')) throw new Problem(409, 'No', 'There is nothing to do.');
  if (!id.startsWith('d')) throw new StorageError('disk full');
}

test('a list that is partly refused says so of each', async () => {
  expect(await results(['d1', 'r1', 'd2'], decide)).toEqual([
    'd1 done: null',
    'r1 refused: There is nothing to do.',
    'd2 done: null',
  ]);
});

test('where the store fails midway, what is done is told, and the rest is not tried', async () => {
  expect(await results(['d1', 'r1', 'x', 'd2'], decide)).toEqual([
    'd1 done: null',
    'r1 refused: There is nothing to do.',
    expect.stringMatching(/^x refused: Not tried/),
    expect.stringMatching(/^d2 refused: Not tried/),
  ]);
});

test('where the store fails before anything is done, its error is told', async () => {
  await expect(oneByOne(['r1', 'x', 'd1'], decide)).rejects.toThrow('disk full');
});
