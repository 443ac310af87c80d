import snowball from 'snowball-stemmers';
import { fold, type Language } from './language.js';
import { STOP_WORDS } from './stop-words.js';

const stemmers = { es: snowball.newStemmer('spanish'), en: snowball.newStemmer('english') };

/** Stop words of both languages, whatever the text's: people mix them. "Once" is eleven in Spanish. */
const stopped = new Set([...STOP_WORDS.es, ...STOP_WORDS.en].flatMap((word) => [word, fold(word)]));
stopped.delete('once');

/** The words of a text: runs of letters and digits, lower case, with their accents. */
export function words(text: string): string[] {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/**
 * Verbs of a shop whose forms Snowball leaves apart, because they are short or change their vowel:
 * "¿abren?" asks for what "abrimos" says. Each line is one term, its first word.
 */
const SAME = `
  abrir abre abren abres abro abrís abrimos abierto abierta abiertos abiertas apertura
  cerrar cierra cierran cierras cierro cerráis cerramos cerrado cerrada cerrados cerradas cierre
  vender vende venden vendes vendéis vendemos venta ventas
  servir sirve sirven sirves servís servimos
  devolver devuelve devuelven devolvéis devolvemos devolución devoluciones devuelto
  costar cuesta cuestan cuestas costaría costo coste costes`;
const same = new Map(
  SAME.trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .flatMap((line) => line.map((word) => [fold(word), fold(line[0])] as const)),
);

/** A word as the index keeps it, or nothing for one that says nothing. */
export function term(word: string, language: Language): string | undefined {
  if (stopped.has(word) || /^\p{L}$/u.test(word)) return undefined;
  const folded = fold(word);
  return fold(stemmers[language].stem((language === 'es' && same.get(folded)) || folded));
}

/** What a text is about: its terms, each once. */
export function terms(text: string, language: Language): string[] {
  const found = words(text).map((word) => term(word, language));
  return [...new Set(found.filter((t) => t !== undefined))];
}

/** What a question asks by its question word alone: "¿Dónde estáis?" has no other. */
const QUESTION_WORDS = {
  es: { dónde: 'dirección', donde: 'dirección', cuándo: 'horario', cuando: 'horario' },
  en: { where: 'address', when: 'hours' },
};

/** The terms of a question: those of its words or, where they say nothing, of its question word. */
export function questionTerms(question: string, language: Language): string[] {
  const found = terms(question, language);
  if (found.length) return found;
  const meant: Record<string, string> = QUESTION_WORDS[language];
  return terms(
    words(question)
      .map((word) => meant[word] ?? '')
      .join(' '),
    language,
  );
}
