import type { Near } from '../meaning/meaning-index.js';
import type { Passage } from './passage.js';
import { logOdds, probability } from './relevance.js';

/**
 * The best by each measure; what is not among them counts as nothing by it. Each measure is scaled
 * between the last of these and the first: neither BM25 nor cosines have a scale of their own.
 */
const BEST = 50;
/** For what is said in another language than the question: the sender's own comes first. */
const FOREIGN = 0.8;

/**
 * Relevance: a logistic regression on how many spreads of unrelated cosines the nearest window lies above
 * them, and on how sure the words are (`relevanceOf`, as log odds). A short question says too little for a
 * model, and all for the words: what they say counts by how few they are. Fitted on XQuAD's questions, with
 * and without their articles, and on the tuned halves of the conversations; the half of each that it wasn't
 * fitted on gave the same order. Of XQuAD's questions on removed articles 97 in 100 fall below `ENOUGH`.
 */
const WEIGHTS = { bias: -3.92, meaning: 1.33, few: 3.2, words: 1.6 };
/** Log odds of the words of a passage that has nothing of what was asked, and of one that has all. */
const [NOTHING, ALL] = [-4, 7];

/** What a search by meaning found, and the passages that it can look at. */
export interface Meant {
  found: Near[];
  /** How a cosine is to be read: see `Gauge.of`. */
  read: (cosine: number) => number;
  passageOf: (id: string) => Passage;
  windowOf: (passage: Passage, at: number) => string;
  isForeign: (id: string) => boolean;
}

/**
 * Joins what words found with what was found by meaning: the mean of the scaled scores by BM25, the
 * passage's cosine and its best window's; the `most` best of them. A passage that has no vectors yet goes by
 * its words.
 */
export function joined(words: Map<string, Passage>, meant: Meant, most = Infinity): Passage[] {
  const { found, isForeign } = meant;
  const byWords = scaled(
    [...words.values()].map(({ score }) => score),
    0,
  );
  const byPassage = scaled(found.map(({ passage }) => passage));
  const byWindow = scaled(found.map(({ window }) => window));
  const near = new Map(found.map((of) => [of.id, of]));
  const scoreOf = (id: string) => {
    const [said, meaning] = [words.get(id), near.get(id)];
    const inWords = said ? byWords(said.score) : 0;
    if (!meaning) return inWords;
    const both = inWords + byPassage(meaning.passage) + byWindow(meaning.window);
    return (both / 3) * (isForeign(id) ? FOREIGN : 1);
  };
  const scored = [...new Set([...words.keys(), ...near.keys()])]
    .map((id) => ({ id, score: scoreOf(id) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const unsaid = askedOf(words);
  return scored.slice(0, most).map(({ id, score }) => {
    const [said, meaning] = [words.get(id), near.get(id)];
    const passage = said ?? { ...meant.passageOf(id), evidence: unsaid };
    return { ...passage, score, ...(meaning && read(passage, meaning, meant)) };
  });
}

function read(passage: Passage, { window, at }: Near, meant: Meant) {
  const { matched, missing } = passage.evidence;
  const few = 1 / (matched.length + missing.length + 0.5);
  const words = Math.min(ALL, Math.max(NOTHING, logOdds(passage.relevance)));
  const sure =
    WEIGHTS.bias +
    WEIGHTS.meaning * meant.read(window) +
    few * (WEIGHTS.few + WEIGHTS.words * words);
  const evidence = { ...passage.evidence, meaning: window, window: meant.windowOf(passage, at) };
  return { relevance: probability(sure), evidence };
}

/** What was asked, for passages that have none of it. */
function askedOf(words: Map<string, Passage>): Passage['evidence'] {
  const { matched, missing } = [...words.values()][0]?.evidence ?? { matched: [], missing: [] };
  const asked = [...matched.map(({ term, weight }) => ({ term, weight })), ...missing];
  return { words: 0, matched: [], missing: asked };
}

function scaled(values: number[], none?: number): (value: number) => number {
  const sorted = values.toSorted((a, b) => b - a);
  const high = sorted[0] ?? 0;
  const low = sorted[BEST - 1] ?? none ?? sorted.at(-1) ?? 0;
  return (value) => (high > low ? Math.max(0, (value - low) / (high - low)) : 1);
}
