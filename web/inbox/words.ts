import { wordsOf } from '../shell/language.js';
import { inbox as en } from '../words/en/inbox.js';
import { talk as talkEn } from '../words/en/talk.js';
import { inbox as es } from '../words/es/inbox.js';
import { talk as talkEs } from '../words/es/talk.js';

/** What the list of conversations says. */
export const useInboxWords = wordsOf(en, es);

/** What the open conversation says. */
export const useTalkWords = wordsOf(talkEn, talkEs);
