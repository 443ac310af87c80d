import type { LineId } from '../../config/lines/line.js';
import { isBetween } from '../../language/between/between.js';
import { denies } from '../../language/denial.js';
import { fold, guessLanguage, type Language, languages } from '../../language/language.js';
import { guessSearchLanguage } from '../../language/search/guess.js';
import { isSpoken, type SearchLanguage } from '../../language/search/search-languages.js';
import { type Mended, mended } from '../../language/spelling/mend.js';
import { LanguageIndex } from './language-index.js';
import { ENOUGH, type IndexedChunk, type Passage } from './passage.js';

/** Factor for the score of passages in another language than the question's: they come last. */
const OTHER_LANGUAGE = 0.25;
/** The least share of a question that a passage found by translation has, and how much more than others. */
const LEAST = 0.75;
const MORE = 0.3;
/** Characters from which on a document that shows no known language is in another one. */
const SHOWS = 200;
/** Rows, items and headings: names and figures, with few words of a language. */
const TABULAR = /^\s*([|#>*+•-]|\d{1,3}[.)]\s)/;
/** A text of fewer words outside of them is a list. */
const FEW_WORDS = 12;

/** Finds passages by their words, each in its language. */
export class WordIndex {
  private readonly indexes = new Map<SearchLanguage, LanguageIndex>();
  private readonly languageOf = new Map<string, SearchLanguage>();

  /** Indexes a passage; `main` is its document's language: see `mainLanguage`. */
  add(chunk: IndexedChunk, main: SearchLanguage): void {
    const language = guessSearchLanguage(`${chunk.section}\n${chunk.text}`) ?? main;
    this.languageOf.set(chunk.id, language);
    let index = this.indexes.get(language);
    if (!index) this.indexes.set(language, (index = new LanguageIndex(language)));
    index.add(chunk);
  }

  /** Removes a passage; does nothing for an unknown one. */
  remove(id: string): void {
    this.indexOf(id)?.remove(id);
    this.languageOf.delete(id);
  }

  /** A passage by its id, as if nothing had been asked; undefined when there is none. */
  get(id: string): Passage | undefined {
    return this.indexOf(id)?.get(id);
  }

  /** The language that a passage is searched in; undefined for an unknown one. */
  language(id: string): SearchLanguage | undefined {
    return this.languageOf.get(id);
  }

  /**
   * The best passages, best first; those in the question's language rank above others. Where there are none in it,
   * the question is read in theirs; what something has not isn't: "without booking" would find "with a booking only".
   * `language` is taken where the question doesn't show one. `line`: see `isFor`.
   */
  search(written: string, limit: number, language?: Language, line?: LineId): Passage[] {
    const { text: query, replaced } = this.mended(written, language, line);
    const guessed = new Set(Object.keys(replaced).map((word) => fold(word.toLowerCase())));
    const shown = this.shownBy(query);
    const asked = shown ?? language;
    const own = [...this.indexes].flatMap(([of, index]) => {
      const factor = asked && asked !== of ? OTHER_LANGUAGE : 1;
      const read = index.search(query, guessed, line);
      return read.map((p) => ({ ...p, score: p.score * factor }));
    });
    const isOwn = asked !== undefined && this.indexes.has(asked);
    const isRead = !isOwn && !denies(query);
    const found = isRead ? withMore(own, this.between(query, guessed, shown, line)) : own;
    return found.sort((a, b) => b.score - a.score).slice(0, limit);
  }

  /** What is found by what a question means in the passages' languages; in any language that it may be in. */
  private between(
    query: string,
    guessed: Set<string>,
    shown?: SearchLanguage,
    line?: LineId,
  ): Passage[] {
    const asked = shown ? [shown] : languages;
    return [...this.indexes].flatMap(([of, index]) =>
      asked
        .filter((from) => isBetween(from, of))
        .flatMap((from) => index.search(query, guessed, line, from)),
    );
  }

  /**
   * A question with its misspelt words as they were meant; the documents' own words stay. Where none
   * of its words shows a language, the mended ones may. In a language that the bot doesn't speak nothing
   * is mended: "des" is no misspelt "days".
   */
  mended(query: string, language?: Language, line?: LineId): Mended {
    const isKnown = (word: string) =>
      [...this.indexes.values()].some((index) => index.has(word, line));
    const as = (spoken: Language) => mended(query, spoken, isKnown);
    const guessed = () =>
      guessLanguage(query) ?? languages.find((of) => guessLanguage(as(of).text) === of);
    const meant = this.shownBy(query) ?? (this.holdsSpoken() ? (guessed() ?? language) : undefined);
    return meant && isSpoken(meant) ? as(meant) : { text: query, replaced: {} };
  }

  /** The language that a question shows, of the bot's and the passages'. */
  private shownBy(query: string): SearchLanguage | undefined {
    return guessSearchLanguage(query, [...languages, ...this.indexes.keys()]);
  }

  private holdsSpoken(): boolean {
    return this.indexes.size === 0 || [...this.indexes.keys()].some(isSpoken);
  }

  private indexOf(id: string): LanguageIndex | undefined {
    const language = this.languageOf.get(id);
    return language && this.indexes.get(language);
  }
}

/**
 * What is found by the question's own words, and, where none of it is evidence, what is found by a translation and has
 * clearly more of the question.
 */
function withMore(own: Passage[], between: Passage[]): Passage[] {
  if (own.some(({ relevance }) => relevance >= ENOUGH)) return own;
  const shareOf = ({ evidence }: Passage) => evidence.share ?? 0;
  const least = Math.max(LEAST, ...own.map((one) => shareOf(one) + MORE));
  const more = between.filter((one) => shareOf(one) >= least);
  const found = more.map((one) => ({ ...one, evidence: { ...one.evidence, only: true } }));
  const keyOf = ({ documentId, position }: Passage) => `${documentId}#${position}`;
  return [...new Map([...own, ...found].map((one) => [keyOf(one), one])).values()];
}

/**
 * The language of a document by its title and text; where tables and lists leave too few signs of one, by
 * its sentences, and where it has hardly any, by whatever signs there are.
 */
export function mainLanguage(title: string, text: string): SearchLanguage {
  const all = `${title}\n${text.slice(0, 20_000)}`;
  const sentences = all
    .split('\n')
    .filter((line) => !TABULAR.test(line))
    .join('\n');
  const few = (sentences.match(/\p{L}+/gu)?.length ?? 0) < FEW_WORDS;
  const guessed =
    guessSearchLanguage(all) ??
    guessSearchLanguage(sentences) ??
    (few ? guessLanguage(all) : undefined);
  return guessed ?? (text.length < SHOWS ? languages[0] : 'other');
}
