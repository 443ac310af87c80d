import { expect, it } from 'vitest';
import { windowsOf } from './windows.js';

const LONG = 'The delivery in the city takes two whole days.';

it('are each sentence, and each with the next', () => {
  expect(windowsOf(`${LONG} ${LONG}\n${LONG}`, '')).toEqual([
    LONG,
    `${LONG} ${LONG}`,
    LONG,
    `${LONG} ${LONG}`,
    LONG,
  ]);
});

it('have the heading where they say little alone', () => {
  expect(windowsOf('9:00 to 14:00', 'Sunday')).toEqual(['Sunday: 9:00 to 14:00']);
});

it('are rows and items without the signs around them', () => {
  expect(
    windowsOf('| Loaf | Price |\n|---|---|\n| Rye | 4 € |\n\n- **Cakes** to order', ''),
  ).toEqual([
    'Loaf, Price',
    'Loaf, Price Rye, 4 €',
    'Rye, 4 €',
    'Rye, 4 € Cakes to order',
    'Cakes to order',
  ]);
});

it('are not more than forty', () => {
  expect(windowsOf(`${LONG}\n`.repeat(100), '')).toHaveLength(40);
});
