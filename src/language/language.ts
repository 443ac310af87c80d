import { STOP_WORDS } from './stop-words.js';

export type Language = 'es' | 'en';

/** What customers ask with when they leave the function words out. */
const TELLING = {
  es: 'hola buenos buenas días tardes noches gracias precio precios horario abierto envío ayuda vale',
  en: 'hello hi hey thanks thank please price prices hours open opening delivery help okay',
};
const es = new Set([...STOP_WORDS.es, ...TELLING.es.split(' ')].flatMap((w) => [w, fold(w)]));
const en = new Set([...STOP_WORDS.en, ...TELLING.en.split(' ')]);

/**
 * The language of a text by its function words and its characters; undefined when they don't say.
 * A word that both languages have counts for neither.
 */
export function guessLanguage(text: string): Language | undefined {
  const lower = text.normalize('NFC').toLowerCase();
  let balance = 3 * (lower.match(/[ñ¿¡]/g)?.length ?? 0) + (lower.match(/[áéíóú]/g)?.length ?? 0);
  for (const word of lower.match(/[\p{L}']+/gu) ?? []) {
    if (es.has(word) !== en.has(word)) balance += es.has(word) ? 2 : -2;
  }
  return balance > 0 ? 'es' : balance < 0 ? 'en' : undefined;
}

/** Without its accents: many people leave them out on a phone. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
