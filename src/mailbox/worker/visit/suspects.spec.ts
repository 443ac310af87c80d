import { expect, test } from 'vitest';
import { Suspects } from './suspects.js';

const claim = (crashes: number) => ({ conversationId: 'c', token: 1, crashes });

/** How many messages are tried at once while all is well, until none of `waiting` waits. */
function tried(suspects: Suspects, waiting: number): number[] {
  const all: number[] = [];
  for (let crashes = 2; waiting > 0; crashes = suspects.crashesAfter(claim(crashes), waiting > 0)) {
    const most = suspects.most(claim(crashes)) ?? Infinity;
    all.push(most);
    waiting -= most;
    suspects.answered(claim(crashes));
  }
  return all;
}

test('the first ones go by themselves, and many who are innocent are not slow for long', () => {
  expect(tried(new Suspects(), 45)).toEqual([1, 1, 4, 16, 64]);
});

test('it begins anew in a process that has seen none of it, and after the last was answered', () => {
  const suspects = new Suspects();
  expect(tried(suspects, 5)).toEqual([1, 1, 4]);
  expect(tried(suspects, 3)).toEqual([1, 1, 4]);
});

test('a mailbox that is no suspect is answered as ever', () => {
  const suspects = new Suspects();
  expect(suspects.most(claim(1))).toBeUndefined();
  expect(suspects.crashesAfter(claim(1), true)).toBe(0);
});

test('it stays a suspect while messages wait, and two crashes old: each gets its three tries', () => {
  expect(new Suspects().crashesAfter(claim(4), true)).toBe(2);
  expect(new Suspects().crashesAfter(claim(4), false)).toBe(0);
});
