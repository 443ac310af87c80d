import { fold } from '../../../language/language.js';
import { anyOf, factWords, NUMBER, SPANS, whole } from './fact-patterns.js';

/** "For a whole month", "per week", "por 2 semanas". */
const LASTING = whole(
  `${anyOf(factWords(({ lasting }) => lasting))}\\s(?:\\p{L}{1,8}\\s|${NUMBER}\\s?){0,2}(${anyOf(SPANS.flat())})`,
  'giu',
);
/** Columns of so many periods at least are what a table is told apart by. */
const COLUMNS = 2;
const UNITS = SPANS.map((units) => whole(anyOf(units)));

/**
 * Whether a question asks for something for a period of which a table has only others: "for a month" of a table with a
 * day and a week.
 */
export function isOfAnotherPeriod(question: string, text: string): boolean {
  const heads = /^\s*\|(.+)\|\s*$/m.exec(fold(text))?.[1].split('|') ?? [];
  const told = heads.map(periodsIn).filter(({ length }) => length > 0);
  if (new Set(told.flat()).size < COLUMNS) return false;
  const asked = [...fold(question).matchAll(LASTING)].flatMap(([, unit]) => periodsIn(unit));
  return asked.length > 0 && asked.every((of) => !periodsIn(fold(text)).includes(of));
}

/** The kinds of periods that a text names, by their places from short to long. */
function periodsIn(text: string): number[] {
  return UNITS.map((_, at) => at).filter((at) => UNITS[at].test(text));
}
