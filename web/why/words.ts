import { wordsOf } from '../shell/language.js';
import { why as en } from '../words/en/why.js';
import { why as es } from '../words/es/why.js';

/** What this screen says. */
export const useWhyWords = wordsOf(en, es);
