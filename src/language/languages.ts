import { en } from './en.js';
import { es } from './es.js';
import type { Words } from './words.js';

/**
 * The languages of the bot. The first is used when nothing shows which one to use. Texts in all
 * languages follow this order.
 */
export const LANGUAGES = { es, en } satisfies Record<string, Words>;
