import { expect, test } from 'vitest';
import { foldedRuns, runsOf } from './runs.js';

test('words are runs of letters and digits, whatever stands between them', () => {
  expect(runsOf('¿Abren el 24/12? <b>sí</b>')).toEqual(['Abren', 'el', '24', '12', 'b', 'sí', 'b']);
  expect(runsOf('हिन्दी में')).toEqual(['हिन्दी', 'में']);
  expect(runsOf('👍🏽 … !')).toEqual([]);
  expect(runsOf('\u0301'.repeat(4096))).toEqual([]);
});

test('folded words have no accents and no capitals, and each stands there once', () => {
  expect(foldedRuns('Mañana, MANANA o man\u0303ana', 10)).toEqual(['manana', 'o']);
  expect(foldedRuns('uno dos tres', 2)).toEqual(['uno', 'dos']);
  const [long] = foldedRuns('😀𝒳'.repeat(100), 1);
  expect([long.isWellFormed(), foldedRuns('x'.repeat(5000), 1)[0].length]).toEqual([true, 64]);
});
