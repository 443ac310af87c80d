import { wordsOf } from '../shell/language.js';
import { setUp as en } from '../words/en/set-up.js';
import { setUp as es } from '../words/es/set-up.js';

/** What this screen says. */
export const useSetUpWords = wordsOf(en, es);
