import { fold, phrasesOfAll } from '../language/language.js';

const phrases = (of: 'money' | 'free') =>
  new RegExp(
    `(?<!\\p{L})(?:${phrasesOfAll(({ asking }) => fold(asking[of])).join('|')})(?!\\p{L})`,
    'iu',
  );
const ASKS_MONEY = phrases('money');
const FREE = phrases('free');
const AMOUNT =
  /\p{Sc}\s?\d|\d\s?(?:\p{Sc}|%)|\b\d+([.,]\d+)?\s?(?:eur|euros?|usd|d[oó]lares|dollars?|pesos?|soles|mxn|cop|ars|clp|gbp|pounds?)\b/iu;

/** Whether a question asks for an amount of money. */
export function asksMoney(question: string): boolean {
  return ASKS_MONEY.test(fold(question));
}

/** Whether a text tells an amount of money, or that there is nothing to pay. */
export function tellsMoney(text: string): boolean {
  return AMOUNT.test(text) || FREE.test(fold(text));
}
