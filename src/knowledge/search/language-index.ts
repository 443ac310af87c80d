import MiniSearch from 'minisearch';
import type { LineId } from '../../config/lines/line.js';
import type { SearchLanguage } from '../../language/search/search-languages.js';
import { askedBetween, isBetween } from '../../language/between/between.js';
import { denies } from '../../language/denial.js';
import { askedWords, spelledOut } from '../../language/question.js';
import { term, terms } from '../../language/terms.js';
import { words } from '../../language/tokens.js';
import { find, readChunk } from './evidence.js';
import {
  type Entry,
  type IndexedChunk,
  isFor,
  type Match,
  ownHeading,
  type Passage,
  type Placed,
} from './passage.js';
import { relevanceOf } from './relevance.js';
import { type Asked, Vocabulary } from './vocabulary/vocabulary.js';

const FIELDS = ['headings', 'text'] as const;

/**
 * A synonym's part in BM25, and a misspelt word's. A word beside them that the customer wrote itself
 * decides.
 */
const BOOST = { word: 1, translation: 0.8, synonym: 0.5, typo: 0.7 };
/** The weight in BM25 of words such as "price": see `ASKING_WEIGHT`. */
const ASKING_BOOST = 0.6;
/**
 * Passages that the index may touch for one question. Words that more passages have are looked for in
 * the candidates alone: in a large index they tell passages apart by little, and cost most.
 */
const TOUCHED = 3000;
/** The candidates that are read closely, of those that the index found. */
const CANDIDATES = 50;

/** Finds the passages of one language by BM25 on their stemmed words. */
export class LanguageIndex {
  private readonly language: SearchLanguage;
  private readonly mini: MiniSearch<Entry>;
  private readonly vocabulary: Vocabulary;
  private readonly ofLines = new Map<LineId, Vocabulary>();
  private readonly chunks = new Map<string, Entry>();

  constructor(language: SearchLanguage) {
    this.language = language;
    this.vocabulary = new Vocabulary(language);
    this.mini = new MiniSearch<Entry>({
      fields: [...FIELDS],
      // How often a word stands in a passage is counted when it is read closely.
      tokenize: (text) => [...new Set(words(text))],
      processTerm: (word) => term(word, language),
      searchOptions: {
        boost: { headings: 1.5 },
        tokenize: (ready) => [ready],
        processTerm: (ready) => ready,
      },
    });
  }

  get size(): number {
    return this.chunks.size;
  }

  /** Whether a word without accents stands in a passage that is for a line. */
  has(word: string, line?: LineId): boolean {
    if (!this.ofLines.size) return this.vocabulary.has(word);
    const others = [...this.ofLines].filter(([of]) => !isFor({ line: of }, line));
    const counts = others.map(([, vocabulary]) => vocabulary.countsOf(word));
    return this.vocabulary
      .countsOf(word)
      .some((all, at) => all > counts.reduce((sum, count) => sum + count[at], 0));
  }

  /** Indexes a passage. */
  add(chunk: IndexedChunk): void {
    const headings = spelledOut(`${chunk.title}\n${chunk.section}`, this.language);
    const entry = { ...chunk, headings };
    this.mini.add(entry);
    for (const vocabulary of this.vocabulariesOf(entry)) vocabulary.add(entry);
    this.chunks.set(chunk.id, entry);
  }

  /** Removes a passage by its id. */
  remove(id: string): void {
    const chunk = this.chunks.get(id);
    if (!chunk) return;
    this.mini.discard(id);
    for (const vocabulary of this.vocabulariesOf(chunk)) vocabulary.remove(chunk);
    this.chunks.delete(id);
  }

  /** The words of all passages, and of those that are for the same line alone. */
  private vocabulariesOf({ line }: Entry): Vocabulary[] {
    if (line === undefined) return [this.vocabulary];
    const own = this.ofLines.get(line) ?? new Vocabulary(this.language);
    this.ofLines.set(line, own);
    return [this.vocabulary, own];
  }

  /** A passage by its id, as if nothing had been asked; undefined when there is none. */
  get(id: string): Passage | undefined {
    const chunk = this.chunks.get(id);
    const evidence = { words: 0, matched: [], missing: [] };
    return chunk && { ...placed(chunk), score: 0, coverage: 0, relevance: 0, evidence };
  }

  /**
   * The passages for a line that share most with the query, best first. `guessed` were misspelt; `from` is the
   * query's language, where it is another.
   */
  search(
    query: string,
    guessed: Set<string>,
    line?: LineId,
    from: SearchLanguage = this.language,
  ): Passage[] {
    const said = isBetween(from, this.language)
      ? askedBetween(query, from, this.language)
      : askedWords(query, this.language);
    const asked = this.vocabulary.weigh(said, this.size, guessed);
    const found = this.candidates(asked, line).map((chunk) => this.passage(chunk, asked));
    return found.sort((a, b) => b.score - a.score);
  }

  private passage(chunk: Entry, asked: Asked[]): Passage {
    const found = find(asked, readChunk(chunk, this.language, asked), this.vocabulary.usual);
    const { score, coverage, matched, missing, share, window } = found;
    const evidence = { words: score, matched, missing, share, window: window.text };
    return {
      ...placed(chunk),
      score,
      coverage,
      relevance: relevanceOf(asked, found, this.isNamed(chunk, matched)),
      evidence,
    };
  }

  /** Whether all words of a passage's own heading were asked for; none is for who comes by car: "without a car". */
  private isNamed({ section }: Entry, matched: Match[]): boolean {
    const own = ownHeading(section);
    const said = denies(own) ? [] : terms(own, this.language);
    const found = new Set(matched.flatMap(({ found }) => found.split(' ')));
    return said.length > 0 && said.every((one) => found.has(one));
  }

  private candidates(asked: Asked[], line?: LineId): Entry[] {
    const queries = this.affordable(asked).map(({ term, boost }) => ({
      queries: [term],
      boostTerm: () => boost,
    }));
    if (!queries.length) return [];
    const hits = this.mini.search({ combineWith: 'OR', queries });
    const entries: Entry[] = [];
    for (const { id } of hits) {
      const entry = this.chunks.get(id as string)!;
      if (isFor(entry, line) && entries.push(entry) === CANDIDATES) break;
    }
    return entries;
  }

  /** The terms that the index is asked for: the rarest first, while they touch few passages. */
  private affordable(asked: Asked[]): { term: string; boost: number }[] {
    const boosts = new Map<string, number>();
    for (const { alternatives, asking } of asked)
      for (const { terms, by } of alternatives)
        for (const of of terms) {
          const boost = BOOST[by] * (asking ? ASKING_BOOST : 1);
          boosts.set(of, Math.max(boost, boosts.get(of) ?? 0));
        }
    const known = [...boosts].map(([of, boost]) => ({
      term: of,
      boost,
      count: this.vocabulary.count(of),
    }));
    const sorted = known.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    let touched = 0;
    return sorted.filter(({ count }, at) => (touched += count) <= TOUCHED || at === 0);
  }
}

function placed({ documentId, title, section, position, page, text }: Placed): Placed {
  return { documentId, title, section, position, page, text };
}
