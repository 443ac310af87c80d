import { en } from './en.js';
import { es } from './es.js';
import type { Words } from './words.js';

/**
 * The languages that are spoken here. The first is spoken where nothing says which one to speak.
 * Where something is said in all of them, it is in this order.
 */
export const LANGUAGES = { es, en } satisfies Record<string, Words>;
