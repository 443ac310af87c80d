import { fold, type Language, languages } from '../language/language.js';
import { isEveryday } from '../language/search/everyday.js';
import { slips, slipsAllowed } from '../language/slips.js';

/** Mends misspelt words into those that a language's patterns are made of. */
export class Misspelt {
  private readonly known: Set<string>;
  private readonly meant = new Map<string, string>();

  /** `patterns`: all of a language's, whose whole words may be meant. */
  constructor(patterns: string[]) {
    const words = patterns.flatMap(
      (pattern) => pattern.match(/(?<![\w<*-])[a-zñ]+(?![\w>*-])/g) ?? [],
    );
    this.known = new Set(words);
  }

  /** The words of a part as they may be meant; each has a blank before it. */
  mend(words: string): string {
    return words.replace(/[^ ]+/g, (word) => this.meantBy(word));
  }

  private meantBy(word: string): string {
    const known = this.meant.get(word);
    if (known !== undefined) return known;
    const found = this.closest(word);
    if (this.meant.size < MOST_KEPT) this.meant.set(word, found);
    return found;
  }

  private closest(word: string): string {
    const allowed = slipsAllowed(word);
    if (!allowed || this.known.has(word) || isWord(word)) return word;
    let [best, least] = [word, allowed + 1];
    for (const other of this.known) {
      if (other.length < SHORTEST) continue;
      const count = slips(word, other, allowed);
      if (count !== undefined && count < least) [best, least] = [other, count];
    }
    return best;
  }
}

/** Shorter words are too near to others. */
const SHORTEST = 4;
/** So many misspelt words are remembered, and no more: people write what they like. */
const MOST_KEPT = 2000;

const isWord = (word: string) =>
  languages.some((language: Language) => isEveryday(fold(word), language));
