import { esBusiness } from './es-business.js';
import { esEveryday } from './es-everyday.js';
import { esHealth } from './es-health.js';
import { esPlaces } from './es-places.js';
import { esRepairs } from './es-repairs.js';

/**
 * What customers call the things of many trades, in Spain and in Latin America. Each line is a group: its words and
 * phrases, separated by commas, mean the same. Where a line has a ">", what stands before it takes in
 * each kind after it, but the kinds aren't one another: a card is no cash.
 * A word with a "*" is understood, but not looked for: it has other meanings.
 */
export const esSynonyms = [esBusiness, esEveryday, esHealth, esPlaces, esRepairs]
  .map((groups) => groups.trim())
  .join('\n');
