import { wordsOf } from '../shell/language.js';
import { failures as en } from '../words/en/failures.js';
import { failures as es } from '../words/es/failures.js';

/** What this screen says. */
export const useFailuresWords = wordsOf(en, es);
