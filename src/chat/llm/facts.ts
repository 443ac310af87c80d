import { guessLanguage, type Language, ofEach } from '../../language/language.js';
import { remembered } from '../../language/remembered.js';

/** What a text states in figures, and where it leads. */
export interface Facts {
  /** Each figure with the values that it may have: "1,250" is one or the other. */
  numbers: { written: string; values: number[] }[];
  /** Minutes since midnight. `exact` is false for "8:00", which may be in the evening. */
  times: { minutes: number; exact: boolean }[];
  /** Digits. */
  phones: string[];
  /** Web and e-mail addresses, in small letters. */
  links: string[];
}

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>()[\]"'*]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|(?<![\p{L}\p{N}.])(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|info|biz|shop|store|app|io|es|mx|ar|co|cl|pe|eu|uk|de|fr|it|pt|br|us|example|invalid|test)(?:\/[^\s<>()[\]"'*]*)?(?![\p{L}\p{N}])/giu;
const CLOCK = /(?<![\d.,:])(\d{1,2})[:h](\d{2})(?!\d)\s*(?:([ap])\.?\s?m\b\.?)?/giu;
const HALF_DAY = /(?<![\d.,:])(\d{1,2})\s*([ap])\.?\s?m\b\.?/giu;
const PHONE = /\+?\d[\d \u00a0().-]{5,}\d/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;
/** "1." and "2)" at a line's beginning count its lines. */
const LIST_MARK = /^\s*\d{1,2}[.)]\s/gm;
const DAY = 24 * 60;

/** The facts of a text. `language` is for one whose words show none. Rules and passages come again and again. */
export const factsOf = remembered((text: string, language: Language): Facts => {
  const decimal = DECIMAL[guessLanguage(text) ?? language];
  const facts: Facts = { numbers: [], times: [], phones: [], links: [] };
  let rest = text.normalize('NFKC').replace(LIST_MARK, ' ');
  const take = (pattern: RegExp, of: (...found: string[]) => boolean | void) => {
    rest = rest.replace(pattern, (...found) =>
      of(...(found as string[])) === false ? found[0] : ' ',
    );
  };
  take(LINK, (link) => void facts.links.push(link.toLowerCase().replace(/[.,;:!?/]+$/, '')));
  take(CLOCK, (_, hour, minute, half) => addTime(facts, Number(hour), Number(minute), half));
  take(HALF_DAY, (_, hour, half) => addTime(facts, Number(hour), 0, half));
  take(PHONE, (phone) => {
    const digits = phone.replace(/\D/g, '');
    // "1.000.000" is a number, "2026-11-28" a date.
    if (digits.length < 7 || /^\d{1,3}([.,]\d{3})+$/.test(phone) || /^\d{4}-\d\d-\d\d$/.test(phone))
      return false;
    facts.phones.push(digits);
  });
  for (const [written] of rest.matchAll(NUMBER))
    for (const one of partsOf(written))
      facts.numbers.push({ written: one, values: valuesOf(one, decimal) });
  return facts;
});

function addTime({ times }: Facts, hour: number, minute: number, half?: string): boolean {
  if (hour > 24 || minute > 59) return false;
  const inHalf = (hour % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
  const minutes = (half ? inHalf : hour) * 60 + minute;
  times.push({ minutes: minutes % DAY, exact: !!half || hour > 12 || hour === 0 });
  return true;
}

/** What a language puts before the decimals. */
const DECIMAL = ofEach((_, language) => {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')!.value;
});

/** "28.11.2026" is three numbers, "1.234,50" is one. */
function partsOf(written: string): string[] {
  const separators = written.replace(/\d/g, '');
  if (
    separators.length < 2 ||
    /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)
  )
    return [written];
  return written.split(/[.,]/);
}

/** Of "1.250" both values where its point is the language's own for decimals, else the thousands. */
function valuesOf(written: string, decimal: string): number[] {
  const separators = written.replace(/\d/g, '');
  if (!separators) return [Number(written)];
  const whole = Number(written.replace(/[.,]/g, ''));
  if (new Set(separators).size > 1) {
    const last = separators.at(-1)!;
    const [before, after] = written.split(last);
    return [Number(`${before.replace(/[.,]/g, '')}.${after}`)];
  }
  if (separators.length > 1) return [whole];
  const asDecimal = Number(written.replace(',', '.'));
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(written)) return [asDecimal];
  return separators === decimal ? [asDecimal, whole] : [whole];
}
