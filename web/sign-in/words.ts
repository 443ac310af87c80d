import { wordsOf } from '../shell/language.js';
import { signIn as en } from '../words/en/sign-in.js';
import { signIn as es } from '../words/es/sign-in.js';

/** What this screen says. */
export const useSignInWords = wordsOf(en, es);
