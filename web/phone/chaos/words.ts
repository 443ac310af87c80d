import { wordsOf } from '../../shell/language.js';
import { chaos as en } from '../../words/en/chaos.js';
import { chaos as es } from '../../words/es/chaos.js';

/** What the switches say. */
export const useChaosWords = wordsOf(en, es);
