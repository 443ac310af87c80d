import { wordsOf } from '../shell/language.js';
import { message as en } from '../words/en/message.js';
import { timeLine as enTimeLine } from '../words/en/time-line.js';
import { message as es } from '../words/es/message.js';
import { timeLine as esTimeLine } from '../words/es/time-line.js';

/** What this screen says. */
export const useMessageWords = wordsOf(en, es);

/** What its time line says. */
export const useTimeLineWords = wordsOf(enTimeLine, esTimeLine);
