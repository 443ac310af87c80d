import type { SearchLanguage } from '../../../language/search/search-languages.js';
import { HeardWords } from '../../../language/spelling/heard-words.js';
import { beginning } from '../../../language/spelling/slips.js';

/** The words of an index as they were written, without accents: a misspelt one may have meant one of them. */
export class WrittenWords {
  private readonly counts = new Counts();
  /** Those words by how they begin. */
  private readonly alike = new Map<string, Set<string>>();
  private readonly heard: HeardWords;

  constructor(language: SearchLanguage) {
    this.heard = new HeardWords(language);
  }

  has(word: string): boolean {
    return this.counts.has(word);
  }

  /** In how many passages a word was written so. */
  count(word: string): number {
    return this.counts.get(word);
  }

  /** The words that begin so: see `beginning`. */
  beginningAs(of: string): Iterable<string> {
    return this.alike.get(of) ?? [];
  }

  /** How a word sounds. */
  soundOf(word: string): string {
    return this.heard.soundOf(word);
  }

  /** The words that sound like one. */
  like(word: string): string[] {
    return this.heard.like(word);
  }

  /** A passage has the word, or has it no more. */
  change(word: string, by: 1 | -1): void {
    const count = this.counts.change(word, by);
    if (count === 1 && by === 1) this.meet(word);
    if (count === 0) this.forget(word);
  }

  private meet(word: string): void {
    const of = beginning(word);
    const alike = this.alike.get(of);
    if (alike) alike.add(word);
    else this.alike.set(of, new Set([word]));
    this.heard.add(word);
  }

  private forget(word: string): void {
    this.alike.get(beginning(word))?.delete(word);
    this.heard.remove(word);
  }
}

/** How often each of some words is there. Of one that is known only a number changes: it is looked up once. */
export class Counts {
  private readonly of = new Map<string, { n: number }>();

  has(word: string): boolean {
    return this.of.has(word);
  }

  get(word: string): number {
    return this.of.get(word)?.n ?? 0;
  }

  /** Returns the new count; what is counted no more isn't kept. */
  change(word: string, by: 1 | -1): number {
    const known = this.of.get(word);
    if (known) known.n += by;
    else this.of.set(word, { n: by });
    if (known?.n === 0) this.of.delete(word);
    return known?.n ?? by;
  }
}
