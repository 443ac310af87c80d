import { wordsOf } from '../../shell/language.js';
import { lines as en } from '../../words/en/settings/lines.js';
import { lines as es } from '../../words/es/settings/lines.js';

/** What the screens of the lines say. */
export const useLinesWords = wordsOf(en, es);
