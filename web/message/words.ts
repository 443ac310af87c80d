import { wordsOf } from '../shell/language.js';
import { message as en } from '../words/en/message.js';
import { message as es } from '../words/es/message.js';

/** What this screen says. */
export const useMessageWords = wordsOf(en, es);
