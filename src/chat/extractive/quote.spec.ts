import { expect, it } from 'vitest';
import type { Found } from '../retrieval.js';
import { quote } from './quote.js';

const found = (coverage: number, relevance: number, meaning?: number): Found => ({
  documentId: 'a',
  title: 'Harbour',
  section: 'Boats',
  position: 0,
  text: 'The jetty is for boats of up to 9 metres.',
  score: 1,
  coverage,
  relevance,
  evidence: { words: 1, matched: [], missing: [{ term: 'wharf', weight: 1 }], meaning },
});
const rankOf = (one: Found) =>
  quote(one, [one], 'How long may a vessel at the wharf be?', 'en').rank;

it('ranks by its words, and by its relevance where its meaning is known', () => {
  expect(rankOf(found(0.6, 0.5))).toBeGreaterThan(rankOf(found(0.1, 0.9)));
  expect(rankOf(found(0.6, 0.5, 0.8))).toBeLessThan(rankOf(found(0.1, 0.9, 0.8)));
});
