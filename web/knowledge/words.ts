import { wordsOf } from '../shell/language.js';
import { knowledge as en } from '../words/en/knowledge.js';
import { knowledge as es } from '../words/es/knowledge.js';

/** What this screen says. */
export const useKnowledgeWords = wordsOf(en, es);
