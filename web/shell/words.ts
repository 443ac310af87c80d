import { shell as en } from '../words/en/shell.js';
import { shell as es } from '../words/es/shell.js';
import { wordsOf } from './language.js';

/** What the frame around the screens says. */
export const useShellWords = wordsOf(en, es);
