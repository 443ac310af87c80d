import { enBusiness } from './en-business.js';
import { enEveryday } from './en-everyday.js';
import { enHealth } from './en-health.js';
import { enPlaces } from './en-places.js';
import { enRepairs } from './en-repairs.js';

/**
 * What customers call the things of many trades, in British and American English. Each line is a group: its words and
 * phrases, separated by commas, mean the same. Where a line has a ">", what stands before it takes in
 * each kind after it, but the kinds aren't one another: a card is no cash.
 * A word with a "*" is understood, but not looked for: it has other meanings.
 */
export const enSynonyms = [enBusiness, enEveryday, enHealth, enPlaces, enRepairs]
  .map((groups) => groups.trim())
  .join('\n');
