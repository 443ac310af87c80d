import { wordsOf } from '../shell/language.js';
import { live as en } from '../words/en/live.js';
import { live as es } from '../words/es/live.js';

/** What is said about being up to date. */
export const useLiveWords = wordsOf(en, es);
