import { fold, guessLanguage, type Language, phrasesOfAll } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import { type Facts, factsOf } from './facts.js';
import { Ground } from './ground.js';

/** A question, and the documents' own words that answer it. */
export interface Told {
  question: string;
  quoted: string;
  /** The sender's. */
  language: Language;
  /** Those of them whose figures all answer, as the hours of a day do. */
  figures: string;
}

/** In UTF-16 units: of a longer quote, a figure may be beside the point. */
const SHORT = 400;

/**
 * Whether a model's answer says what the documents' own words say, in the sender's language where they
 * are in it: it has a figure of theirs where they have any (all of `figures`), a word
 * of theirs that the question doesn't have, and doesn't say yes to their no. What is told in another
 * language than theirs is held only against their figures.
 */
export function isFaithful(answer: string, told: Told): boolean {
  const [said, read] = [answer, told.quoted].map((text) => guessLanguage(text) ?? told.language);
  if (!keepsFigures(answer, told)) return false;
  return said === read ? agrees(answer, told) : read !== told.language;
}

function keepsFigures(answer: string, { quoted, figures, language }: Told): boolean {
  const facts = factsOf(quoted, language);
  const given = new Ground([answer], language);
  if (!given.holds(factsOf(figures, language))) return false;
  return quoted.length > SHORT || !hasAny(facts) || given.holdsAny(facts);
}

function hasAny({ numbers, times, phones, links }: Facts): boolean {
  return numbers.length + times.length + phones.length + links.length > 0;
}

function agrees(answer: string, told: Told): boolean {
  const opening = fold(answer.toLowerCase());
  const denied = DENIES.test(speaking(told));
  if (YES.test(opening)) return !denied;
  if (NO.test(opening)) return denied;
  return addsTo(answer, told);
}

/** Whether it says more than the question: something of what was quoted. */
function addsTo(answer: string, { question, quoted, language }: Told): boolean {
  const asked = new Set(terms(question, language));
  const own = new Set(terms(quoted, language).filter((term) => !asked.has(term)));
  return !own.size || terms(answer, language).some((term) => own.has(term));
}

/** The sentences and rows that have most of the question's words. */
function speaking({ question, quoted, language }: Told): string {
  const asked = new Set(terms(question, language));
  const all = fold(quoted.toLowerCase()).split(SENTENCE_END);
  const shared = all.map((text) => terms(text, language).filter((term) => asked.has(term)).length);
  const most = Math.max(...shared);
  return all.filter((_, at) => shared[at] === most).join('\n');
}

const SENTENCE_END = /(?<=[.!?…;])\s+|\n+/u;
const any = (phrases: string[]) => `(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`;
const LETTERS = /^\p{L}{2,}$/u;
const YES = new RegExp(
  `^[^\\p{L}]*${any(phrasesOfAll(({ asking }) => fold(asking.affirms)))}`,
  'u',
);
const NO = new RegExp(
  `^[^\\p{L}]*${any(phrasesOfAll(({ asking }) => fold(asking.no)).filter((word) => LETTERS.test(word)))}`,
  'u',
);
const DENIES = new RegExp(
  `(?<![\\p{L}\\p{N}])${any(phrasesOfAll(({ asking }) => fold(asking.denies)))}`,
  'u',
);
