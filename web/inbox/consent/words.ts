import { wordsOf } from '../../shell/language.js';
import { consent as en } from '../../words/en/inbox/consent.js';
import { consent as es } from '../../words/es/inbox/consent.js';

/** What is said of consent, loaded with it. */
export const useConsentWords = wordsOf(en, es);
