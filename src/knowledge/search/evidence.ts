import type { SearchLanguage } from '../../language/search/search-languages.js';
import { term, terms } from '../../language/terms.js';
import { words } from '../../language/tokens.js';
import type { AskedTerm, Evidence, IndexedChunk, Match } from './passage.js';
import type { Asked } from './vocabulary.js';

/** What stands in for a word counts for less than the word itself. */
const WORTH = { word: 1, synonym: 0.8, typo: 0.85 };
const RANK = { word: 1, synonym: 0.5, typo: 0.7 };

/** BM25's saturation and length normalisation (Robertson and Zaragoza, 2009), and a heading's boost. */
const K1 = 1.2;
const B = 0.5;
const HEADING = 1.5;

/** A passage's terms: those of its headings, and those of each sentence, row or item. */
export interface ReadChunk {
  headings: Set<string>;
  sentences: Set<string>[];
  /** How often each term stands there; a heading's weigh more. */
  counts: Map<string, number>;
  length: number;
}

/** Reads a passage's terms. */
export function readChunk(
  { title, section, text }: IndexedChunk,
  language: SearchLanguage,
): ReadChunk {
  const headings = terms(`${title} ${section}`, language);
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/).filter(Boolean);
  const counts = new Map(headings.map((of) => [of, HEADING]));
  const all = words(text)
    .map((word) => term(word, language))
    .filter((t) => t !== undefined);
  for (const of of all) counts.set(of, (counts.get(of) ?? 0) + 1);
  return {
    headings: new Set(headings),
    sentences: sentences.map((sentence) => new Set(terms(sentence, language))),
    counts,
    length: all.length + HEADING * headings.length,
  };
}

/** How much of a question a passage has. */
export function evidenceOf(
  asked: Asked[],
  { headings, sentences, counts, length }: ReadChunk,
  usual: number,
): { evidence: Evidence; coverage: number; relevance: number; window: number } {
  const { matched, missing, coverage } = cover(asked, new Set(counts.keys()));
  const windows = sentences.map((sentence, at) => {
    const next = sentences[at + 1] ?? [];
    return cover(asked, new Set([...headings, ...sentence, ...next])).coverage;
  });
  const window = Math.max(0, ...windows);
  const words = bm25(asked, counts, length / usual);
  return { evidence: { words, matched, missing }, coverage, relevance: coverage, window };
}

/** Of what means the same, the one that says most counts: many synonyms are no more than one word. */
function bm25(asked: Asked[], counts: Map<string, number>, length: number): number {
  let score = 0;
  for (const { weight, alternatives } of asked) {
    const parts = alternatives.map(({ terms, by }) => {
      const count = Math.min(...terms.map((of) => counts.get(of) ?? 0));
      return (RANK[by] * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
    });
    score += weight * Math.max(0, ...parts);
  }
  return score;
}

function cover(asked: Asked[], has: Set<string>) {
  const matched: Match[] = [];
  const missing: AskedTerm[] = [];
  let [found, whole] = [0, 0];
  for (const { term, weight, alternatives } of asked) {
    whole += weight;
    let best = { found: '', by: 'word' as Match['by'], worth: 0 };
    for (const { terms, by } of alternatives) {
      const worth = (WORTH[by] * terms.filter((of) => has.has(of)).length) / terms.length;
      if (worth > best.worth) best = { found: terms.join(' '), by, worth };
    }
    if (best.worth > 0) matched.push({ term, weight, found: best.found, by: best.by });
    else missing.push({ term, weight });
    found += weight * best.worth;
  }
  return { matched, missing, coverage: whole ? found / whole : 0 };
}
