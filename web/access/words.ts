import { wordsOf } from '../shell/language.js';
import { access as en } from '../words/en/access.js';
import { access as es } from '../words/es/access.js';

/** What this screen says. */
export const useAccessWords = wordsOf(en, es);
