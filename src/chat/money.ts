import { fold, type Language, phrasesOfAll } from '../language/language.js';
import { askedWords, asksPrice } from '../language/question.js';

const FREE = new RegExp(
  `(?<!\\p{L})(?:${phrasesOfAll(({ asking }) => fold(asking.free)).join('|')})(?!\\p{L})`,
  'iu',
);
const AMOUNT =
  /\p{Sc}\s?\d|\d\s?(?:\p{Sc}|%)|\b\d+([.,]\d+)?\s?(?:eur|euros?|usd|d[oó]lares|dollars?|pesos?|soles|mxn|cop|ars|clp|gbp|pounds?)\b/iu;
const AMOUNTS = new RegExp(AMOUNT, 'giu');

/** Whether a question asks for an amount of money: by the word "price", or by what means the same. */
export function asksMoney(question: string, language: Language): boolean {
  return askedWords(question, language).some((of) => asksPrice(of, language));
}

/** Whether a text tells an amount of money. */
export function tellsAmount(text: string): boolean {
  return AMOUNT.test(text);
}

/** How many amounts of money a text tells. */
export function amountsIn(text: string): number {
  return text.match(AMOUNTS)?.length ?? 0;
}

/** Whether a text says that there is nothing to pay. */
export function tellsFree(text: string): boolean {
  return FREE.test(fold(text));
}
