import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { type Language, wordsOf } from '../../language/language.js';
import { questionTerms, term, terms, words } from '../../language/terms.js';
import type { AskedTerm, Match, Passage } from './passage.js';

/** A passage in the form in which it is indexed. */
export interface IndexedChunk {
  /** Unique among all passages. */
  id: string;
  documentId: string;
  title: string;
  section: string;
  position: number;
  text: string;
}

const FIELDS = ['title', 'section', 'text'] as const;
/** From this length on, an unknown word is also searched for as a misspelling. */
const TYPO_LENGTH = 5;

/**
 * The weight of words such as "price", which say what kind of fact is wanted. A passage without them
 * may hold the answer ("Croissant: 1,60 €"); a passage that matches only them does not.
 */
const ASKING_WEIGHT = 0.2;

/** Finds the passages of one language by BM25 on their stemmed words. */
export class LanguageIndex {
  private readonly mini: MiniSearch<IndexedChunk>;
  private readonly asking: Set<string>;
  private readonly language: Language;

  constructor(language: Language) {
    this.language = language;
    this.asking = new Set(terms(wordsOf(language).search.askingWords, language));
    this.mini = new MiniSearch<IndexedChunk>({
      fields: [...FIELDS],
      storeFields: ['documentId', 'position', ...FIELDS],
      tokenize: words,
      processTerm: (word) => term(word, language),
      searchOptions: {
        boost: { title: 1.5, section: 1.5 },
        processTerm: (ready) => ready,
        boostTerm: (of) => (this.asking.has(of) ? ASKING_WEIGHT : 1),
      },
    });
  }

  /** Indexes a passage. */
  add(chunk: IndexedChunk): void {
    this.mini.add(chunk);
  }

  /** Removes a passage by its id. */
  remove(id: string): void {
    this.mini.discard(id);
  }

  /** A passage by its id, as if nothing had been asked; undefined when there is none. */
  get(id: string): Passage | undefined {
    const stored = this.mini.getStoredFields(id) as IndexedChunk | undefined;
    const evidence = { words: 0, matched: [], missing: [] };
    return stored && { ...stored, score: 0, coverage: 0, relevance: 0, evidence };
  }

  /** All passages that share a term with the query, best first. */
  search(query: string): Passage[] {
    const asked = questionTerms(query, this.language);
    const exact = this.mini.search(tree(asked));
    const unknown = asked.filter((t) => !exact.some((hit) => hit.queryTerms.includes(t)));
    const mistyped = unknown.filter((t) => t.length >= TYPO_LENGTH);
    const known = asked.filter((t) => !mistyped.includes(t));
    const hits = mistyped.length ? this.mini.search(tree(known, mistyped)) : exact;
    const weights = new Map(asked.map((t) => [t, this.weight(t, hits)]));
    return hits.map((hit) => passage(hit, weights));
  }

  /** The inverse document frequency of a term. A term that no passage has counts as a rare one. */
  private weight(asked: string, hits: SearchResult[]): number {
    const having = Math.max(1, hits.filter((hit) => hit.queryTerms.includes(asked)).length);
    const count = Math.max(having, this.mini.documentCount);
    const rarity = Math.log(1 + (count - having + 0.5) / (having + 0.5));
    return Math.max(rarity, 0.1) * (this.asking.has(asked) ? ASKING_WEIGHT : 1);
  }
}

function tree(exact: string[], mistyped: string[] = []): Query {
  const whole = { tokenize: (query: string) => [query] };
  return {
    combineWith: 'OR',
    queries: [
      ...exact.map((query) => ({ ...whole, queries: [query] })),
      ...mistyped.map((query) => ({ ...whole, queries: [query], fuzzy: 1 })),
    ],
  };
}

function passage(hit: SearchResult, weights: Map<string, number>): Passage {
  const { documentId, title, section, position, text, score } = hit;
  const has = new Set(hit.queryTerms);
  const asked = [...weights].map(([term, weight]): AskedTerm => ({ term, weight }));
  const matched = asked
    .filter(({ term }) => has.has(term))
    .map((of): Match => ({ ...of, found: of.term, by: 'word' }));
  const missing = asked.filter(({ term }) => !has.has(term));
  const sum = (of: AskedTerm[]) => of.reduce((total, { weight }) => total + weight, 0);
  const coverage = sum(matched) / sum(asked);
  const evidence = { words: score, matched, missing };
  const place = { documentId, title, section, position };
  return { ...place, text, score, coverage, relevance: coverage, evidence };
}
