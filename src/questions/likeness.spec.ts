import { expect, test } from 'vitest';
import { grouped } from './likeness.js';

const group = (...texts: string[]) =>
  grouped(texts.map((text) => ({ text }))).map((questions) => questions.map(({ text }) => text));

test('what asks the same in other words is one group, the largest first', () => {
  const groups = group(
    '¿Aceptáis tarjeta?',
    'Do you sell wedding cakes?',
    'do you have a wedding cake',
    'Is there a parking nearby?',
    'Wedding cakes, do you make them?',
    '¿se puede pagar con tarjeta?',
  );
  expect(groups[0]).toHaveLength(3);
  expect(groups.flat()).toHaveLength(6);
  expect(groups.find(([first]) => first.startsWith('Is there'))).toEqual([
    'Is there a parking nearby?',
  ]);
});

test('a word that all of them have makes no group', () => {
  const groups = group(
    'price of the sourdough loaf',
    'price of the birthday cake delivery',
    'price of the parking permit',
    'price of the gluten free cookies',
  );
  expect(groups).toHaveLength(4);
});

test('signs without a word are groups of their own', () => {
  expect(group('🥐', '🍰', '🥐')).toEqual([['🥐', '🥐'], ['🍰']]);
});
