import { describe, expect, it } from 'vitest';
import { holdsReference, unsupportedNumbers, wordCount } from './comparing.js';
import { placeOf, ranking } from './ranking.js';

describe('holdsReference', () => {
  it.each([
    ['Dejaron escapar 308 puntos.', ['308'], true],
    ['El año fue 1308.', ['308'], false],
    ['Fue en los Países Bajos', ['los paises bajos'], true],
    ['It was Denver Broncos!', ['the Denver Broncos'], true],
    ['The “Golden” anniversary', ['golden anniversary'], true],
    ['Denver', ['Denver Broncos'], false],
    ['two of them', ['one', 'two'], true],
  ])('%j of %j: %s', (text, references, holds) => {
    expect(holdsReference(text, references)).toBe(holds);
  });
});

describe('unsupportedNumbers', () => {
  it('are in neither the passages nor the question', () => {
    expect(unsupportedNumbers('In 1972, 1.200 of 30', '1,200 came', 'in 1972?')).toEqual(['30']);
    expect(unsupportedNumbers('At 9:00', 'from 9:00', '')).toEqual([]);
    expect(unsupportedNumbers('It costs 3,50', '3,55')).toEqual(['350']);
  });
});

it('counts words as a reader does', () => {
  expect(wordCount(' one  two\nthree ')).toBe(3);
});

it('ranks by the place among distinct documents', () => {
  expect(placeOf('b', ['a', 'a', 'b'])).toBe(2);
  expect(placeOf('c', ['a', 'b'])).toBeUndefined();
  const { recall_at_1, recall_at_3, recall_at_5, mrr } = ranking([1, 2, 4, undefined]);
  expect([recall_at_1, recall_at_3, recall_at_5, mrr]).toEqual([0.25, 0.5, 0.75, 0.438]);
});
