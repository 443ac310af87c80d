import { expect, it } from 'vitest';
import { isOtherKind } from './other-kind.js';

const word = (term: string, weight: number) => ({ term, weight, found: term, by: 'word' as const });

it.each([
  // "Después" stands behind the hair, and tells no hair from another.
  ['¿cuánto espero para lavarme el pelo después del alisado?', word('despu', 0.4), false],
  ['¿cuánto vale el alisado de pelo rizado?', word('riz', 2.1), true],
])('%s', (question, lacking, isOther) => {
  const matched = [word('alis', 2), word('pel', 0.7)];
  const evidence = { matched, missing: [lacking] };
  expect(isOtherKind('Alisado, pelo medio', question, evidence, ['es', 'es'])).toBe(isOther);
});
