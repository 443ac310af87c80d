import { expect, it } from 'vitest';
import { Sweep } from './sweep.js';

const all = ['A', 'B', 'C'].map((number) => ({ number }));
const left = (sweep: Sweep) =>
  sweep
    .left(all)
    .map(({ number }) => number)
    .join('');

it('goes on behind what was looked at, and begins anew when all was', () => {
  const sweep = new Sweep();
  expect(left(sweep)).toBe('ABC');
  sweep.worked('A');
  expect(left(sweep)).toBe('BC');
  sweep.worked('B');
  sweep.worked('C');
  sweep.end();
  expect(left(sweep)).toBe('ABC');
});

it('leaves what can’t be read for the end, and has the others looked at again meanwhile', () => {
  const sweep = new Sweep();
  sweep.stopped('A', all);
  expect(left(sweep)).toBe('BCA');
  sweep.worked('B');
  sweep.worked('C');
  expect(left(sweep)).toBe('A');
  sweep.stopped('A', sweep.left(all));
  expect(left(sweep)).toBe('BCA');
  sweep.worked('A');
  sweep.end();
  expect(left(sweep)).toBe('ABC');
});
