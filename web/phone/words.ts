import { wordsOf } from '../shell/language.js';
import { phone as en } from '../words/en/phone.js';
import { phone as es } from '../words/es/phone.js';

/** What this screen says. */
export const usePhoneWords = wordsOf(en, es);
