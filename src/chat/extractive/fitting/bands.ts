import { fold, phrasesOfAll } from '../../../language/language.js';
import { NUMERALS } from '../../../language/numerals.js';
import { joinedThousands } from '../../../language/tokens.js';
import type { FactKind } from '../../../language/facts/facts.js';
import { anyOf, factWords, unitsOf } from './fact-patterns.js';

/** How many of what: "10 people", "€65"; the unit is empty where none is said. */
export interface Amount {
  value: number;
  unit: string;
}

/** "7 to 12 people": both ends belong to it. */
interface Band {
  from: number;
  to: number;
  unit: string;
}

const FIGURE = '(\\d{1,7}(?:[.,]\\d{1,3})?)';
const SIGN = '([€$£]?)\\s?';
const UNIT = '(?:\\s?([€$£]|\\p{L}{1,20}))?';
const saying = (of: 'to' | 'upTo' | 'above' | 'orMore' | 'orLess') =>
  anyOf(factWords(({ band }) => band[of]));
const pattern = (source: string) => new RegExp(`(?<![\\p{L}\\d.,:])${source}`, 'giu');

const BETWEEN = pattern(
  `${SIGN}${FIGURE}\\s?(?:-|–|—|(?:${saying('to')})\\s)\\s?${SIGN}${FIGURE}(?![\\d:])${UNIT}`,
);
const UP_TO = pattern(`${saying('upTo')}\\s${SIGN}${FIGURE}(?![\\d:])${UNIT}`);
const ABOVE = pattern(`${saying('above')}\\s${SIGN}${FIGURE}(?![\\d:])${UNIT}`);
const OPEN = pattern(
  `${SIGN}${FIGURE}(?:\\s?\\+)?${UNIT}\\s?(?:${saying('orMore')}|(?<=\\+))(?!\\p{L})`,
);
const CLOSED = pattern(`${SIGN}${FIGURE}${UNIT}\\s${saying('orLess')}(?!\\p{L})`);

/** Units that measure something: "3 years" is no table of three. */
const MEASURES = new Set(
  ['distance', 'size', 'weight', 'span'].flatMap((kind) => unitsOf(kind as FactKind).map(singular)),
).add('money');
const PERSONS = new Set(factWords(({ persons }) => persons));
/** What a number is that counts nothing: a time of day, a date. */
const MONTHS = anyOf(phrasesOfAll(({ time }) => fold(time.months).replaceAll(/\s+/g, '|')));
const NO_COUNT = `(?!\\d|[:.,]\\d|\\s?(?:h|hs|hrs?|am|pm|a\\.m|p\\.m|st|nd|rd|th)(?!\\p{L})|\\s(?:de\\s)?${MONTHS}(?!\\p{L}))`;
const NUMERAL = anyOf([...NUMERALS].filter(([, value]) => value > 1).map(([word]) => word));
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d.,:])(?<!(?:las|la|at|dia|day|el|on|no|numero)\\s)${SIGN}(?:${FIGURE}${NO_COUNT}|(${NUMERAL}))(?:\\s?([€$£]|\\p{L}{1,20}))?`,
  'giu',
);

/** The amounts that a question names. */
export function amountsIn(question: string): Amount[] {
  return [...plain(question).matchAll(AMOUNT)].map(([, sign, figure, numeral, behind]) => ({
    value: figure ? valueOf(figure) : NUMERALS.get(numeral)!,
    unit: unitOf(sign || behind),
  }));
}

/** The spans of numbers that a text tells. */
export function bandsIn(text: string): Band[] {
  const said = plain(text);
  const all = (of: RegExp) => [...said.matchAll(of)];
  const between = all(BETWEEN).map(([, sign, from, second, to, behind]) => {
    return { from: valueOf(from), to: valueOf(to), unit: unitOf(sign || second || behind) };
  });
  if (between.length) return between.filter(({ from, to }) => from < to);
  const upTo = [...all(UP_TO), ...all(CLOSED)].map(([, sign, to, behind]) => {
    return { from: 0, to: valueOf(to), unit: unitOf(sign || behind) };
  });
  const above = [...all(ABOVE), ...all(OPEN)].map(([, sign, from, behind]) => {
    return { from: valueOf(from), to: Infinity, unit: unitOf(sign || behind) };
  });
  return [...upTo, ...above];
}

/**
 * Of texts that are told apart by spans of numbers, the places of those whose span has an amount of the
 * question: "7 to 12 people" for a table of ten. None where fewer than two have such a span.
 */
export function withinBands(texts: string[], amounts: Amount[], ofAnyUnit: boolean): number[] {
  if (!amounts.length) return [];
  const bands = inOneUnit(texts.map(bandsIn));
  const fits = (amount: Amount, band: Band) =>
    isWithin(amount, band) &&
    (amount.unit === band.unit || (ofAnyUnit && (!band.unit || !MEASURES.has(amount.unit))));
  const alike = (unit: string) =>
    bands.filter((of) => of.some((band) => band.unit === unit)).length > 1;
  return texts
    .map((_, at) => at)
    .filter((at) =>
      bands[at].some((band) => alike(band.unit) && amounts.some((amount) => fits(amount, band))),
    );
}

/** "3 to 11 years", then "12 or older": what has no unit has that of all others. */
function inOneUnit(bands: Band[][]): Band[][] {
  const [unit = '', ...others] = new Set(bands.flat().flatMap((band) => band.unit || []));
  return others.length
    ? bands
    : bands.map((of) => of.map((band) => ({ ...band, unit: band.unit || unit })));
}

/** Whether a text tells a span that one of the amounts is in: "up to 25 kg" for 20 kg. */
export function isInBand(text: string, amounts: Amount[]): boolean {
  if (!amounts.length) return false;
  const bands = bandsIn(text);
  return amounts.some((amount) =>
    bands.some((band) => isWithin(amount, band) && (!amount.unit || amount.unit === band.unit)),
  );
}

function isWithin({ value }: Amount, { from, to }: Band): boolean {
  return value >= from && value <= to;
}

function valueOf(figure: string): number {
  return Number(figure.replace(',', '.'));
}

function unitOf(said = ''): string {
  if (/^[€$£]|^(?:eur|usd|mxn|euro|dolar|dollar|peso|pound|libra)/.test(said)) return 'money';
  return PERSONS.has(said) ? 'person' : singular(said);
}

function singular(unit: string): string {
  return unit.replace(/e?s$/, '');
}

const plain = (text: string) => fold(joinedThousands(text.toLowerCase())).replaceAll('|', ' | ');
