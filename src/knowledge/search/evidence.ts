import type { SearchLanguage } from '../../language/search/search-languages.js';
import { term } from '../../language/terms.js';
import { words } from '../../language/tokens.js';
import type { AskedTerm, Entry, Match } from './passage.js';
import type { Asked } from './vocabulary/vocabulary.js';

/** What stands in for a word counts for less than the word itself. */
const WORTH = { word: 1, translation: 0.9, synonym: 0.7, typo: 0.8 };
/** A phrase that stands together says more than one word does. */
const PHRASE = 1.15;

/** What the words of a phrase are worth where they don't stand together. */
const SCATTERED = 0.8;

/** What a word such as "price" tells of what is asked for, where another tells 1. */
const ASKING = 0.1;

/** How soon BM25 has enough of a word, and how much a long passage is held back, from 0 to 1. */
const K1 = 1.2;
const B = 0.8;
/** How many words in the text a word in a heading stands for. */
const HEADING = 1.5;

/** How often each term stands in a text. */
type Counts = Map<string, number>;

/** Where a passage has terms of a question: in all, in its headings, in each sentence, row or item. */
export interface ReadChunk {
  counts: Counts;
  /** In words. */
  length: number;
  headings: string[];
  sentences: { text: string; terms: string[] }[];
}

/** How much of a question a passage has. */
export interface Found {
  matched: Match[];
  missing: AskedTerm[];
  /** The share of the question's words, by weight. */
  coverage: number;
  /** The share of what the question tells, by the language alone: comparable between languages. */
  share: number;
  /** The one or two sentences with the largest share, with the headings above them. */
  window: { text: string; coverage: number };
  /** BM25, with the best of what may stand for each word; `fullness` is its share of the most. */
  score: number;
  fullness: number;
}

/** Looks for the terms that may answer a question in a passage. */
export function readChunk(entry: Entry, language: SearchLanguage, asked: Asked[]): ReadChunk {
  const sought = new Set(
    asked.flatMap(({ alternatives }) => alternatives.flatMap((of) => of.terms)),
  );
  let length = 0;
  const phrases = phrasesOf(asked);
  const read = (text: string) => {
    const all = words(text).map((word) => term(word, language) ?? '');
    length += all.length;
    const found = all.filter((of) => sought.has(of));
    return [
      ...found,
      ...phrases
        .filter((phrase) => phrase.every((of) => found.includes(of)) && stands(phrase, all))
        .map((phrase) => phrase.join(' ')),
    ];
  };
  const headings = read(entry.headings);
  const sentences = entry.text
    .split(SENTENCE_END)
    .filter(Boolean)
    .map((text) => ({ text, terms: read(text) }));
  const counts: Counts = new Map(headings.map((of) => [of, HEADING]));
  for (const { terms } of sentences)
    for (const of of terms) counts.set(of, (counts.get(of) ?? 0) + 1);
  return { counts, length, headings, sentences };
}

function phrasesOf(asked: Asked[]): string[][] {
  const all = asked.flatMap(({ alternatives }) => alternatives.map(({ terms }) => terms));
  return all.filter(({ length }) => length > 1);
}

/** Whether a phrase stands in a text: in its order, with one word at most between two of its own. */
function stands(phrase: string[], text: string[]): boolean {
  return text.some((of, start) => {
    if (of !== phrase[0]) return false;
    let at = start;
    return phrase.slice(1).every((next) => {
      at = [at + 1, at + 2].find((near) => text[near] === next) ?? -1;
      return at > 0;
    });
  });
}

const SENTENCE_END = /(?<=[.!?…])\s+|(?<=[。！？])|\n+/;

/** What a passage has of a question, where passages have `usual` words. */
export function find(asked: Asked[], read: ReadChunk, usual: number): Found {
  const matches = asked.map((of) => ({ of, best: best(of, (t) => (read.counts.has(t) ? 1 : 0)) }));
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  const window = bestWindow(asked, read, whole);
  const ranked = asked.map((of) => ({ ...of, weight: of.rarity }));
  const rankedWhole = ranked.reduce((sum, { weight }) => sum + weight, 0);
  const told = (all: Asked[]) =>
    all.reduce((sum, of) => sum + (of.asking ? ASKING : 1) * of.telling, 0);
  const has = matches.filter(({ best }) => best.worth > 0).map(({ of }) => of);
  const score =
    bm25(ranked, read.counts, read.length / usual) +
    bestWindow(ranked, read, rankedWhole).coverage * rankedWhole;
  return {
    matched: matches
      .filter(({ best }) => best.worth > 0)
      .map(({ of, best }) => ({ ...askedTerm(of), found: best.found, by: best.by })),
    missing: matches.filter(({ best }) => best.worth === 0).map(({ of }) => askedTerm(of)),
    coverage: matches.reduce((sum, { of, best }) => sum + of.weight * best.worth, 0) / whole,
    share: told(has) / told(asked),
    window,
    score,
    fullness: bm25(asked, read.counts, 1) / (whole * (K1 + 1)),
  };
}

function askedTerm({ term, weight }: Asked): AskedTerm {
  return { term, weight };
}

/** Of what may stand for a word, what says most: many synonyms are no more than one word. */
function best({ alternatives }: Asked, worthOf: (term: string) => number) {
  let found = { found: '', by: 'word' as Match['by'], worth: 0 };
  for (const { terms, by } of alternatives) {
    const worth = WORTH[by] * worthOfPhrase(terms, by, worthOf);
    if (worth > found.worth) found = { found: terms.join(' '), by, worth };
  }
  return found;
}

/**
 * A phrase is worth most where its words stand together. Elsewhere the customer's own words count each
 * by itself, and less; what stands for them doesn't count: "fit" and "room" are no "fitness room".
 */
function worthOfPhrase(
  terms: string[],
  by: Match['by'],
  worthOf: (term: string) => number,
): number {
  if (terms.length === 1) return worthOf(terms[0]);
  const together = worthOf(terms.join(' '));
  if (by === 'synonym' || by === 'translation') return PHRASE * together;
  if (together) return together;
  return (SCATTERED * terms.reduce((sum, of) => sum + worthOf(of), 0)) / terms.length;
}

/** Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009. */
function bm25(asked: Asked[], counts: Counts, length: number): number {
  const saturated = (term: string) => {
    const count = counts.get(term) ?? 0;
    return (count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
  };
  return asked.reduce((sum, of) => sum + of.weight * best(of, saturated).worth, 0);
}

function bestWindow(asked: Asked[], { headings, sentences }: ReadChunk, whole: number) {
  let found = { text: '', coverage: 0 };
  for (const [at, one] of sentences.entries())
    for (const window of [[one], [one, sentences[at + 1]]]) {
      if (!window.at(-1)) continue;
      const has = new Set([headings, ...window.map(({ terms }) => terms)].flat());
      const worth = (of: Asked) => of.weight * best(of, (t) => (has.has(t) ? 1 : 0)).worth;
      const coverage = asked.reduce((sum, of) => sum + worth(of), 0) / whole;
      if (coverage > found.coverage)
        found = { text: window.map(({ text }) => text).join(' '), coverage };
    }
  return found;
}
