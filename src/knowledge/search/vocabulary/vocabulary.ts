import { fold } from '../../../language/language.js';
import type { AskedWord } from '../../../language/question.js';
import { isWithoutBlanks } from '../../../language/search/guess.js';
import type { SearchLanguage } from '../../../language/search/search-languages.js';
import { tellingOf } from '../../../language/search/everyday.js';
import { term } from '../../../language/terms.js';
import { words } from '../../../language/tokens.js';
import { meantBy } from './meant.js';
import type { Entry, Match } from '../passage.js';
import { Counts, WrittenWords } from './written-words.js';

/** Something asked for, and which terms of the index stand for it. */
export interface Asked {
  term: string;
  /** Its inverse document frequency: by it passages are put in order. */
  rarity: number;
  /** What it weighs as evidence: less where it is `asking`. */
  weight: number;
  asking: boolean;
  /** What it tells in the language at large, whatever the documents: see `tellingOf`. */
  telling: number;
  /** Whether so many passages have it that it is evidence for none of them. */
  common?: true;
  /** See `AskedWord`. */
  thing: boolean;
  alternatives: { terms: string[]; by: Match['by'] }[];
}

/**
 * The weight of words such as "price", which say what kind of fact is wanted. A passage without them
 * may hold the answer ("Croissant: 1,60 €"); a passage that matches only them does not.
 */
const ASKING_WEIGHT = 0.2;
/** The share of the passages, of so many at least, from which on a word says nothing of any of them. */
const COMMON = 0.15;
const MANY = 20;

/** In how many passages of an index each term stands, and which words were written for it. */
export class Vocabulary {
  private readonly language: SearchLanguage;
  private readonly counts = new Counts();
  private readonly written: WrittenWords;

  private passages = 0;
  private length = 0;

  constructor(language: SearchLanguage) {
    this.language = language;
    this.written = new WrittenWords(language);
  }

  /** How many words a passage has on average. */
  get usual(): number {
    return Math.max(1, this.length / Math.max(1, this.passages));
  }

  add(chunk: Entry): void {
    this.change(chunk, 1);
  }

  remove(chunk: Entry): void {
    this.change(chunk, -1);
  }

  /** How many passages have a term. */
  count(of: string): number {
    return this.counts.get(of);
  }

  /** Whether a word without accents stands in a passage, in this form or another. */
  has(word: string): boolean {
    const of = term(word, this.language);
    return (of !== undefined && this.counts.has(of)) || this.written.has(word);
  }

  /** How many passages have a word's term, and how often it was written in this form. */
  countsOf(word: string): [number, number] {
    const of = term(word, this.language);
    return [of === undefined ? 0 : this.count(of), this.written.count(word)];
  }

  /** What a question asks for, with its weight among so many passages, and what may stand for it. `guessed` were misspelt. */
  weigh(asked: AskedWord[], passages: number, guessed: Set<string>): Asked[] {
    const all = asked.map((word): Asked => {
      const by = guessed.has(word.written) ? ('typo' as const) : ('word' as const);
      const own = word.own.length ? [{ terms: word.own, by }] : [];
      const synonyms = word.synonyms.map((terms) => ({ terms, by: 'synonym' as const }));
      const translations = word.translations?.map((terms) => ({
        terms,
        by: 'translation' as const,
      }));
      const all = [...own, ...(translations ?? []), ...synonyms];
      const known = all.filter(({ terms }) => terms.every((t) => this.count(t)));
      const alternatives = known.length || translations ? known : this.corrected(word.written);
      const having = alternatives.map(({ terms }) => Math.min(...terms.map((t) => this.count(t))));
      const rarity = idf(
        Math.min(
          passages,
          having.reduce((sum, of) => sum + of, 0),
        ),
        passages,
      );
      const asking = word.asking || (!alternatives.length && word.doubtful);
      // An asking word that no passage has tells nothing: "¿Abrís mañana?" asks about opening.
      const itself = word.own.length === 1 ? tellingOf(word.own[0], this.language) : 1;
      const telling = word.telling ?? itself;
      const weight = asking ? ASKING_WEIGHT * (known.length ? rarity : 0.5) : rarity * telling;
      const term = word.own.join(' ') || word.written;
      return { term, rarity, weight, asking, telling, thing: word.thing, alternatives };
    });
    return asked.some(({ written }) => isWithoutBlanks(written)) ? withCommon(all, passages) : all;
  }

  private corrected(written: string): Asked['alternatives'] {
    return meantBy(written, this.written, this.language).map((terms) => ({ terms, by: 'typo' }));
  }

  private change({ headings, text }: Entry, by: 1 | -1): void {
    const [above, below] = [words(headings), words(text)];
    this.passages += by;
    this.length += by * (above.length + below.length);
    const found = new Set<string>();
    for (const word of new Set([...above, ...below])) {
      const of = term(word, this.language);
      if (of === undefined) continue;
      found.add(of);
      this.written.change(fold(word), by);
    }
    for (const of of found) this.counts.change(of, by);
  }
}

/**
 * Of a script without blanks, whose words that say nothing aren't known, and of which a question has many: what
 * many passages have is no evidence. (In Greek or Hindi it would refuse a tenth of the questions more.)
 */
function withCommon(asked: Asked[], passages: number): Asked[] {
  if (passages < MANY) return asked;
  const least = idf(COMMON * passages, passages);
  return asked.map((of) =>
    of.rarity > least ? of : { ...of, weight: ASKING_WEIGHT * of.rarity, common: true },
  );
}

/** The inverse document frequency. A term that no passage has counts as a rare one. */
function idf(having: number, passages: number): number {
  const count = Math.max(1, having);
  return Math.max(Math.log(1 + (Math.max(passages, count) - count + 0.5) / (count + 0.5)), 0.1);
}
