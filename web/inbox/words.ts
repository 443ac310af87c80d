import { wordsOf } from '../shell/language.js';
import { inbox as en } from '../words/en/inbox.js';
import { inbox as es } from '../words/es/inbox.js';

/** What this screen says. */
export const useInboxWords = wordsOf(en, es);
