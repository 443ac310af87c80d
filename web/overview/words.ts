import { wordsOf } from '../shell/language.js';
import { overview as en } from '../words/en/overview.js';
import { overview as es } from '../words/es/overview.js';

/** What this screen says. */
export const useOverviewWords = wordsOf(en, es);
