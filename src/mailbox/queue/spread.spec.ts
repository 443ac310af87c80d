import { expect, test } from 'vitest';
import { Spread } from './spread.js';

/** Numbers that look random, the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * So many nodes claim eight each at the same moment, again and again: each reads before any of them
 * has taken something. Returns the share of the places that were filled, and how many were taken at
 * most before one that was due earlier.
 */
function contest(nodes: number, rounds = 200) {
  const random = seeded(1);
  const spreads = Array.from({ length: nodes }, () => new Spread(random));
  const due = Array.from({ length: nodes * 8 * rounds + 100 }, (_, n) => n);
  const taken: number[] = [];
  let overtaken = 0;
  for (let round = 0; round < rounds; round++) {
    const choices = spreads.map((s) => s.choose(due.slice(0, s.among(8)), 8));
    choices.forEach((chosen, n) => {
      const got = chosen.filter((one) => due.includes(one));
      for (const one of got) due.splice(due.indexOf(one), 1);
      for (const one of got) overtaken = Math.max(overtaken, taken.push(one) - 1 - one);
      spreads[n].learn(chosen.length, got.length);
    });
  }
  return { filled: taken.length / (nodes * 8 * rounds), overtaken };
}

test('a node alone takes the earliest, in their order', () => {
  expect(contest(1)).toEqual({ filled: 1, overtaken: 0 });
});

test.each([2, 3, 5])(
  '%i nodes at once fill most of their places, and pass nobody over',
  (nodes) => {
    const { filled, overtaken } = contest(nodes);
    expect(filled).toBeGreaterThan(0.6);
    expect(overtaken).toBeLessThan(8 * 8 * 3);
  },
);

test('a node whose rivals have gone takes the earliest again', () => {
  const spread = new Spread(seeded(1));
  for (let n = 0; n < 20; n++) spread.learn(8, 2);
  expect(spread.among(8)).toBe(64);
  for (let n = 0; n < 20; n++) spread.learn(8, 8);
  expect(spread.among(8)).toBe(8);
});
