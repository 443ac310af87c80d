import { fold, type Language, phrasesOfAll } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import type { Passage } from '../../knowledge/search/passage.js';
import { excerpt } from './excerpt.js';
import { documentOf, headingOf, sectionOf } from '../section.js';
import { soughtIn } from './sought.js';

/** What answers one question: words of a document under their heading, and where they stand. */
export interface Quote {
  heading: string;
  text: string;
  passage: Passage;
}

/** A whole document of more than this is no answer to a word that only its title has. */
const WHOLE_DOCUMENT = 6000;

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

/**
 * What a found passage answers: its document where the question names only the document's title
 * ("prices"), else its section, and of that the part that speaks of the question. `all` are the
 * passages of its document; `reader` is the language of the sender.
 */
export function quote(passage: Passage, all: Passage[], question: string, reader: Language): Quote {
  const sought = soughtIn(passage, question, reader);
  const inHeadings = (heading: string) => {
    const said = new Set(terms(heading, sought.language));
    return [...sought.terms.keys()].every((term) => said.has(term));
  };
  const { title, section } = passage;
  if (sought.terms.size && inHeadings(title) && !inHeadings(section)) {
    const whole = documentOf(all);
    if (whole.text.length <= WHOLE_DOCUMENT) return { heading: title, text: whole.text, passage };
  }
  const heading = headingOf(title, section);
  const text = excerpt({ ...sectionOf(passage, all), heading }, sought, reader);
  return { heading, text, passage };
}
