import type { Language } from '../language.js';
import { body } from './es-en-body.js';
import { business } from './es-en-business.js';
import { more } from './es-en-more.js';
import { food } from './es-en-food.js';
import { things } from './es-en-things.js';

/** The words of two of the bot's languages for the same things. */
export interface Pairs {
  between: [Language, Language];
  /** "envío, enviar = shipping, ship": what stands on the two sides of a "=". Pairs end with a ";" or a line. */
  pairs: string;
}

/** Another pair of languages is another entry here. */
export const allPairs: Pairs[] = [
  { between: ['es', 'en'], pairs: [business, food, body, things, more].join('\n') },
];
