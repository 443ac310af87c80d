import type { Language } from '../../../language/language.js';
import { contentTerms, isFollowUp } from '../../history/follow-up.js';
import { asksMoney, tellsAmount, tellsFree } from '../../money.js';
import { asksMeasure, factAsked } from './fact-kind.js';
import { beginsAsking } from '../questions.js';
import type { Quote } from '../quote.js';

/** Words of less than this share of the weightiest one that was found aren't missed. */
const LIGHT = 0.2;

/** Words of a message that only names a thing, at most. */
const MOST_NAMED = 3;
/** How much better its price answers it. */
const PRICED = 2;

/** A question, and what was asked before it. */
export interface Asking {
  text: string;
  previous?: string;
  language: Language;
}

/**
 * The quotes that answer a question. "How much?" is answered by an amount, else by "free"; "how deep?" by a measure. A follow-up may go on
 * asking for an amount.
 */
export function fitting(found: Quote[], { text, previous = '', language }: Asking): Quote[] {
  const quotes = withoutOthers(found);
  const amounts = quotes.filter(tellsPrice);
  const prices = amounts.length ? amounts : quotes.filter((quote) => tellsFree(quote.text));
  if (asksMoney(text, language) && !asksMeasure(text)) return prices;
  const goesOn = isFollowUp(text) && !beginsAsking(text) && asksMoney(previous, language);
  if (goesOn && prices.length) return prices;
  const fact = factAsked(text);
  return quotes.filter((quote) => !quote.lacks && (!fact || fact(quote.text)));
}

/** Without what is about another thing, and what has no more of the question than that. */
function withoutOthers(quotes: Quote[]): Quote[] {
  const others = quotes.filter(({ other }) => other).map(({ passages }) => passages[0].coverage);
  const most = Math.max(0, ...others);
  return quotes.filter(({ other, passages }) => !other && passages[0].coverage > most);
}

/** On a price list that somebody sends, prices often stand without their sign. */
function tellsPrice({ text, passages: [found] }: Quote): boolean {
  return tellsAmount(text) || ('whole' in found && /\d[.,]\d{2}(?!\d)/.test(text));
}

/** Whether the cells of a row answer all of a question: "does it contain milk and nuts?" */
export function saysAll({ sure, polar, passages: [found] }: Quote): boolean {
  if (sure || !polar) return sure;
  const { matched, missing } = found.evidence;
  const most = Math.max(...matched.map(({ weight }) => weight));
  return missing.every(({ weight }) => weight < LIGHT * most);
}

/** Whether a message only names a thing: "puncture", "carrot cake". */
export function namesOnly(text: string, language: Language): boolean {
  const said = contentTerms(text, language);
  const isShort = text.trim().split(/\s+/).length <= MOST_NAMED;
  return isShort && said.length > 0 && !text.includes('?') && !beginsAsking(text);
}

/** What a quote is worth to who only names a thing: its row with a price before what else is said of it. */
export function rankOfPrice({ rank, figures, text }: Quote): number {
  return figures && tellsAmount(text) ? PRICED * rank : rank;
}
