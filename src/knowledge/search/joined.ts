import type { Near } from '../meaning/meaning-index.js';
import type { Passage } from './passage.js';

/**
 * The best by each measure; what is not among them counts as nothing by it. Each measure is scaled
 * between the last of these and the first: neither BM25 nor cosines have a scale of their own.
 */
const BEST = 50;
/** For what is said in another language than the question: the sender's own comes first. */
const FOREIGN = 0.8;

/**
 * Relevance, from how many spreads of unrelated cosines the nearest window lies above them, and from
 * the share of the question's words that the passage has: what a word weighs, what it is worth when
 * none is missing (who asks "hours" says too little for a model, and all for the words), where the
 * middle lies and how steep it is. Of XQuAD's questions on removed articles 97 in 100 fall below
 * `ENOUGH`, of the answerable ones 4.
 */
const WORDS = 2.5;
const ALL_WORDS = 4.1;
const MIDDLE = 3.5;
const STEEP = 0.6;

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
 * passage's cosine and its best window's. A passage that has no vectors yet goes by its words.
 */
export function joined(words: Map<string, Passage>, meant: Meant): Passage[] {
  const { found, isForeign } = meant;
  const byWords = scaled(
    [...words.values()].map(({ score }) => score),
    0,
  );
  const byPassage = scaled(found.map(({ passage }) => passage));
  const byWindow = scaled(found.map(({ window }) => window));
  const near = new Map(found.map((of) => [of.id, of]));
  const ids = new Set([...words.keys(), ...near.keys()]);
  const unsaid = askedOf(words);
  const all = [...ids].map((id) => {
    const [said, meaning] = [words.get(id), near.get(id)];
    const passage = said ?? { ...meant.passageOf(id), evidence: unsaid };
    const inWords = said ? byWords(said.score) : 0;
    if (!meaning) return { ...passage, score: inWords };
    const both = inWords + byPassage(meaning.passage) + byWindow(meaning.window);
    const score = (both / 3) * (isForeign(id) ? FOREIGN : 1);
    return { ...passage, score, ...read(passage, meaning, meant) };
  });
  return all.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

function read(passage: Passage, { window, at }: Near, meant: Meant) {
  const { matched, missing } = passage.evidence;
  const said = matched.length && !missing.length ? ALL_WORDS : WORDS * passage.coverage;
  const sure = (meant.read(window) + said - MIDDLE) / STEEP;
  const evidence = { ...passage.evidence, meaning: window, window: meant.windowOf(passage, at) };
  return { relevance: 1 / (1 + Math.exp(-sure)), evidence };
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
