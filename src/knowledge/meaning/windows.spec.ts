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

it('are items without the signs around them', () => {
  expect(windowsOf(`- **Cakes** to order\n- ${LONG}`, '')).toEqual([
    'Cakes to order',
    `Cakes to order ${LONG}`,
    LONG,
  ]);
});

it('are rows with the heads of their columns, each by itself and below the heading', () => {
  const table = '| Loaf | Small | Large |\n|---|---|---|\n| Rye | 4 € | |\n| Spelt | 5 € | 8 € |';
  expect(windowsOf(`${LONG}\n\n${table}\n\n${LONG}`, 'Prices')).toEqual([
    LONG,
    'Prices: Loaf, Small, Large',
    'Prices: Rye: Small 4 €',
    'Prices: Spelt: Small 5 €, Large 8 €',
    LONG,
  ]);
});

it('are rows of a table whose head is elsewhere', () => {
  expect(windowsOf('| Rye | 4 € |\n| Spelt | 5 € |', '')).toEqual(['Rye: 4 €', 'Spelt: 5 €']);
});

it('are not more than forty', () => {
  expect(windowsOf(`${LONG}\n`.repeat(100), '')).toHaveLength(40);
});
