/**
 * An amount at the end of a line or a cell, with what may be left of a currency's sign behind it: "€"
 * is read as a letter, or as a digit that makes three decimals of two.
 */
const AMOUNT = /(?<![\d.,])(\d{1,5}[.,]\d{2})(?:\s?([^\s\d|]|\d))?(?=\s*(?:\||$))/gmu;
/** So many amounts are a price list; fewer may be anything. */
const LIST = 3;

/**
 * The text of a picture with the signs of its amounts as they were meant. Only a list of prices shows
 * what they are: several amounts with two decimals, most of them with something behind.
 */
export function withSigns(text: string): string {
  const found = [...text.matchAll(AMOUNT)];
  const signs = found.flatMap(([, , sign]) => (sign ? [sign] : []));
  const odd = signs.some((sign) => /[^\d€]/u.test(sign) || sign === '€');
  const known = signs.every((sign) => /[\dKEeCcG€]/u.test(sign));
  if (found.length < LIST || !odd || !known || signs.length * 2 <= found.length) return text;
  return text.replace(AMOUNT, '$1 €');
}
