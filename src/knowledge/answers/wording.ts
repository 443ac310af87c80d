import { fold, type Language, ofEach } from '../../language/language.js';
import { askedWords, type AskedWord, asksPrice } from '../../language/question.js';
import { slips, slipsAllowed } from '../../language/spelling/slips.js';
import { words } from '../../language/tokens.js';

/** What a question says, without the order and the forms of its words. */
export interface Wording {
  /** What it is about, by the terms in the index. */
  about: Map<string, AskedWord>;
  /** The words that say what it wants to know of that, or the contrary: "where", "until", "without". */
  telling: string;
}

const telling = ofEach(({ asking }) => new Set(asking.telling.split('|').map(fold)));

/** Undefined for a text without words. */
export function wordingOf(question: string, language: Language): Wording | undefined {
  const asked = askedWords(question, language);
  const price = asked.some((of) => asksPrice(of, language));
  const about = asked.filter((of) => of.own.length && !asksPrice(of, language));
  const all = words(question).map(fold);
  // Of stop words alone ("¿dónde estáis?") every word counts, and their order.
  if (!about.length && !price)
    return all.length ? { about: new Map(), telling: all.join(' ') } : undefined;
  const kinds = all.map((word) => word.split("'")[0]).filter((word) => telling[language].has(word));
  return {
    about: new Map(about.map((of) => [of.own.join(' '), of])),
    telling: price ? PRICE : [...new Set(kinds)].sort().join(' '),
  };
}

/** "How much is", "price of": a question for an amount is the same in all its phrases. */
const PRICE = '€';

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
      : [...left].find(([other, meant]) => alike(of, word, other, meant, known))?.[0];
    if (like === undefined) return false;
    left.delete(like);
  }
  return true;
}

/** A word of so many letters may have a wrong one, which counts as two slips. */
const LONG = 6;

/** Whether two words of different terms mean the same: by a synonym, or by a slip of the pen. */
function alike(
  asked: string,
  word: AskedWord,
  other: string,
  meant: AskedWord,
  known: Set<string>,
): boolean {
  if (word.synonyms.some((synonym) => synonym.join(' ') === other)) return true;
  const most = word.written.length >= LONG ? 2 : slipsAllowed(word.written);
  const allowed = known.has(asked) ? 0 : most;
  return allowed > 0 && slips(word.written, meant.written, allowed) !== undefined;
}
