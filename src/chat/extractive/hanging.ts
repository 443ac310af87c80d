import { weightOf } from '../../knowledge/search/passage.js';
import type { Language } from '../../language/language.js';
import { contentTerms } from '../history/follow-up.js';
import { asksMoney, tellsAmount, tellsFree } from '../money.js';
import type { Quote } from './quote.js';

/** Letters that two forms of a word have in common at least: "bike", "bikes". */
const COMMON = 4;

/** The question before in the same message, and what answers it. */
interface Before {
  text: string;
  quotes: Quote[];
}

/** What "and how much is that?" asks, where the answer to the question before it says so. */
export function costsOf(
  { text, language }: { text: string; language: Language },
  before?: Before,
): Quote[] | undefined {
  if (!before || !asksMoney(text, language) || contentTerms(text, language).length)
    return undefined;
  const telling = before.quotes.filter((quote) => tellsAmount(quote.text) || tellsFree(quote.text));
  return telling.length ? telling : undefined;
}

/**
 * Whether what was found for a question is no answer, since the question hangs on one that has none: "where do
 * I park the bike overnight? is there a place for bikes?" What is found for its second half speaks of bikes. A
 * question that brings more of its own than isn't there stands by itself: "do you have a gym? is there a pool?"
 */
export function hangsOn(before: Before | undefined, [best]: Quote[], language: Language): boolean {
  if (!before || before.quotes.length || best?.by !== 'search') return false;
  const { matched, missing } = best.passages[0].evidence;
  const unanswered = contentTerms(before.text, language);
  const own = matched.filter(({ term }) => !unanswered.some((of) => areForms(of, term)));
  return weightOf(own) <= weightOf(missing);
}

function areForms(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return one === other || (short.length >= COMMON && long.startsWith(short));
}
