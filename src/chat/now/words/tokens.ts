import { fold } from '../../../language/language.js';

/** A time as it was written; `meridiem` where it says which half of the day. */
export interface WrittenTime {
  hour: number;
  minute: number;
  meridiem?: 'am' | 'pm';
}

/** A word without accents, a sign, or a number, time or date that stands in figures. */
export interface Token {
  text: string;
  number?: number;
  time?: WrittenTime;
  date?: { first: number; second: number; year?: number };
}

/** "12:00 m" is noon where Latin America writes it. */
const HALF = String.raw`(?:(?:[ap]\s?\.?\s?)?m\b\.?)`;
const HOURS = String.raw`(?:h|hs|hrs|horas?|uhr)(?!\p{L})\.?`;
const MONEY = String.raw`\s?(?:[€$£%]|eur\b|usd\b)`;

const PATTERNS = {
  always: /(?<![\d/])24\s?[/x]\s?7(?![\d/:.])|(?<!\d)24\s?(?:h|hs|hrs|hours|horas)(?!\p{L})/u,
  iso: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u,
  date: /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/u,
  time: new RegExp(
    String.raw`(?<![\d€$£.,])(\d{1,2})[:.h](\d{2})(?![\d.,]\d|\d|${MONEY})\s*(?:${HOURS})?\s*${HALF}?`,
    'u',
  ),
  hour: new RegExp(
    String.raw`(?<![\d€$£.,:])(\d{1,2})\s*(?:${HALF}|${HOURS}|o\s?['’]?\s?clock)`,
    'u',
  ),
  number: /(\d+)(?:st|nd|rd|th|º|ª|er)?(?!\p{L})/u,
  word: /[\p{L}\p{N}]+(?:['’]\p{L}+)*/u,
  sign: /\S/u,
};

const TOKEN = new RegExp(
  Object.entries(PATTERNS)
    .map(([name, { source }]) => `(?<${name}>${source})`)
    .join('|'),
  'gu',
);

/** The tokens of a text. Around the clock is one word: `24/7`. */
export function tokensOf(text: string): Token[] {
  const plain = fold(text.toLowerCase()).replaceAll('’', "'");
  return [...plain.matchAll(TOKEN)].map(({ 0: found, groups }) => tokenOf(found, groups!));
}

function tokenOf(text: string, groups: Record<string, string | undefined>): Token {
  if (groups.always) return { text: '24/7' };
  if (groups.iso) {
    const [year, first, second] = text.split('-').map(Number);
    return { text, date: { first: second, second: first, year } };
  }
  if (groups.date) {
    const [first, second, year] = text.split('/').map(Number);
    return { text, date: { first, second, ...(year && { year: (year % 2000) + 2000 }) } };
  }
  if (groups.time || groups.hour) return timeOf(text);
  if (groups.number) return { text, number: Number.parseInt(text, 10) };
  return { text: groups.sign ? sign(text) : text };
}

function timeOf(text: string): Token {
  const [hour, minute = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const half = /\d\s*([ap]?)\s?\.?\s?m/u.exec(text)?.[1];
  if (hour > 24 || minute > 59 || (half && hour > 12)) return { text };
  return {
    text,
    time: { hour, minute, ...(half !== undefined && { meridiem: half === 'a' ? 'am' : 'pm' }) },
  };
}

/** All dashes are one. */
function sign(text: string): string {
  return /[-–—‑~−]/u.test(text) ? '-' : text;
}
