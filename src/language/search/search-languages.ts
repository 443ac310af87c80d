import { type Language, languages, ofEach } from '../language.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { other } from './other.js';
import { pt } from './pt.js';
import { ro } from './ro.js';
import { ru } from './ru.js';
import type { SearchWords } from './search-words.js';
import { tr } from './tr.js';

/** The languages in which documents may be written though the bot doesn't speak them. */
const DOCUMENTS_ONLY = { de, fr, pt, it, nl, ru, tr, ro, ar, other };

/** A language in which documents are searched; `other` stands for all that have no file. */
export type SearchLanguage = Language | keyof typeof DOCUMENTS_ONLY;

/** The bot's own languages come first, and in place of one that is for documents only. */
const ALL: Record<SearchLanguage, SearchWords> = {
  ...ofEach(({ search }) => search),
  ...DOCUMENTS_ONLY,
  ...ofEach(({ search }) => search),
};

export const searchLanguages = Object.keys(ALL) as SearchLanguage[];

/** How texts of a language are searched. */
export function searchWordsOf(language: SearchLanguage): SearchWords {
  return ALL[language];
}

/** Whether the bot speaks the language. */
export function isSpoken(language: SearchLanguage): language is Language {
  return languages.some((spoken) => spoken === language);
}
