import { expect, it } from 'vitest';
import { scaleOf } from '../../web/message/chart/scale.js';

const HOUR = 3_600_000;

it('goes from 0 to 1, in the order of time', () => {
  const { place } = scaleOf([100, 5, 40, 5]);
  expect([place(5), place(100), place(0), place(1000)]).toEqual([0, 1, 0, 1]);
  const places = [5, 20, 40, 70, 100].map(place);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(new Set(places).size).toBe(5);
});

it('shows milliseconds beside hours, and says what it pressed together', () => {
  const moments = [0, 3, 5, 30, 90, 100, 3 * HOUR, 3 * HOUR + 80];
  const { place, folds } = scaleOf(moments);
  for (const [n, at] of moments.slice(1).entries())
    expect(place(at) - place(moments[n])).toBeGreaterThan(0.01);
  expect(place(3 * HOUR) - place(100)).toBeLessThan(0.6);
  expect(folds).toEqual([{ from: place(100), to: place(3 * HOUR), ms: 3 * HOUR - 100 }]);
});

it('folds nothing where all is of one size', () => {
  expect(scaleOf([0, 10, 30, 45, 90]).folds).toEqual([]);
  expect(scaleOf([0, 2000, 4500, 6000]).folds).toEqual([]);
});

it('marks the beginning, the end and what has room between', () => {
  const { marks } = scaleOf([0, 1, 2, 3, 500, 501, 1000]);
  expect([marks[0].at, marks.at(-1)!.at]).toEqual([0, 1000]);
  for (const [n, { place }] of marks.slice(1).entries())
    expect(place - marks[n].place).toBeGreaterThan(0.1);
});

it('has a place for one moment, and for none', () => {
  expect(scaleOf([7]).place(7)).toBe(0);
  expect(scaleOf([]).marks).toHaveLength(1);
  expect(scaleOf([7]).folds).toEqual([]);
});
