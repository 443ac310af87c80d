import { fold, type Language, ofEach, phrasesOfAll } from '../../language/language.js';
import { term, words } from '../../language/terms.js';

/** What a question says, without the order and the forms of its words. */
export interface Wording {
  /** The words that say what it is about, by their terms in the index. */
  about: Map<string, string>;
  /** The words that say what it wants to know of that, or the contrary: "where", "until", "without". */
  telling: string;
}

/** A question for an amount is the same in all its phrases: "how much is", "price of". */
const MONEY = new RegExp(
  `(?<!\\p{L})(?:${phrasesOfAll(({ asking }) => fold(asking.money)).join('|')})(?!\\p{L})`,
  'giu',
);
const AMOUNT = '€';

const telling = ofEach(({ asking }) => new Set(asking.telling.split('|').map(fold)));

/** Undefined for a text without words. */
export function wordingOf(question: string, language: Language): Wording | undefined {
  const asked = fold(question.normalize('NFC').toLowerCase());
  const rest = asked.replace(MONEY, ' ');
  const said = words(rest);
  const about = new Map(said.map((word) => [term(word, language), word] as const).filter(hasTerm));
  // Of stop words alone ("¿dónde estáis?") every word counts, and their order.
  if (!about.size) {
    const all = words(asked).join(' ');
    return all ? { about, telling: all } : undefined;
  }
  const kinds = said
    .map((word) => word.split("'")[0])
    .filter((word) => telling[language].has(word));
  const amount = rest === asked ? [] : [AMOUNT];
  return { about, telling: [...new Set([...kinds, ...amount])].sort().join(' ') };
}

function hasTerm(entry: readonly [string | undefined, string]): entry is readonly [string, string] {
  return entry[0] !== undefined;
}

/**
 * Whether two questions are the same but for words that mean the same. Strict: each word of the one
 * has its own in the other. `known` says which terms are words, and so no misspelling of another.
 */
export function sameQuestion(asked: Wording, curated: Wording, known: Set<string>): boolean {
  if (asked.telling !== curated.telling || asked.about.size !== curated.about.size) return false;
  const left = new Map(curated.about);
  for (const [of, word] of asked.about) {
    const like = left.has(of)
      ? of
      : [...left.keys()].find((other) => alike([of, word], [other, left.get(other)!], known));
    if (like === undefined) return false;
    left.delete(like);
  }
  return true;
}

type Word = [term: string, written: string];

/** Whether two words of different terms mean the same. Here is the place for synonyms. */
function alike([asked, written]: Word, [, meant]: Word, known: Set<string>): boolean {
  return !known.has(asked) && isSlip(written, meant);
}

/** From these lengths on a word may be misspelt: the longer and the shorter of the two. */
const LONG = 6;
const SHORT = 5;

/** Whether one letter is missing, too many, wrong, or changed places with the next; not the first. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length < LONG || short.length < SHORT || long.length - short.length > 1) return false;
  if (one[0] !== other[0] || !/^\p{L}+$/u.test(one + other)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) ||
    (swapped && short.slice(at + 2) === long.slice(at + 2))
  );
}
