import { wordsOf } from '../../shell/language.js';
import { scenarios as en } from '../../words/en/scenarios.js';
import { scenarios as es } from '../../words/es/scenarios.js';

/** What is said of scenarios that are played. */
export const useScenarioWords = wordsOf(en, es);
