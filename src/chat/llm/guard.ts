import { fold, type Language } from '../../language/language.js';
import { remembered } from '../../language/remembered.js';
import { factsOf } from './facts.js';
import { Ground } from './ground.js';
import { madeUp } from './made-up.js';

/**
 * Why an answer of the model is not sent: a figure, an address or a name of its own; a text about
 * nothing that was found; or the prompt itself.
 */
export type Guarded = 'number' | 'link' | 'name' | 'unfounded' | 'prompt';

/** What an answer may be made from. */
export interface Grounds {
  /** What was found for the message. */
  passages: string[];
  /** The conversation's earlier answers, which were held against their own passages. */
  earlier: string[];
  /** What the business says besides: the operator's prompt, the date. */
  business: string[];
  /** What the sender says. Figures in it may be said again, addresses may not. */
  sender: string[];
  /** The message is only a courtesy: what answers it tells nothing. */
  courtesy: boolean;
  /** The fixed rules, and the operator's prompt: neither is quoted at length. */
  rules: string;
  systemPrompt: string;
}

/** So many words of the rules in a row are no accident. */
const RULES_RUN = 8;
/** An operator's prompt may hold facts that are told in its words: only much of it is too much. */
const PROMPT_RUN = 25;

/**
 * Why an answer must not be sent; undefined for one that may. Each of its figures must stand in the
 * grounds with the same value: "3,50 €" is "3.50", "8 pm" is "20:00". A figure that is only worked
 * out from others, such as a sum, counts as made up: small models work out wrongly.
 */
export function guard(answer: string, grounds: Grounds, language: Language): Guarded | undefined {
  if (quotes(answer, grounds)) return 'prompt';
  if (CODE.test(answer)) return 'unfounded';
  const given = factsOf(answer, language);
  const business = [...grounds.passages, ...grounds.earlier, ...grounds.business];
  if (!new Ground(business, language).hasLinks(given)) return 'link';
  const all = [...business, ...grounds.sender];
  if (!new Ground(all, language).holds(given)) return 'number';
  return grounds.courtesy ? undefined : madeUp(answer, grounds, all.join('\n'));
}

/** Nobody writes code to a customer: it is the answer to another's wish. */
const CODE = /```|^\s*[{[]\s*["{[]/;

function quotes(answer: string, { rules, systemPrompt }: Grounds): boolean {
  const half = Math.ceil(wordsIn(systemPrompt).length / 2);
  const much = Math.min(PROMPT_RUN, Math.max(RULES_RUN, half));
  return sharesRun(answer, rules, RULES_RUN) || sharesRun(answer, systemPrompt, much);
}

const wordsIn = remembered(
  (text: string): string[] => fold(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [],
);

/** All runs of so many words. */
const runsIn = remembered((text: string, length: string): Set<string> => {
  const [words, each] = [wordsIn(text), Number(length)];
  const starts = words.slice(0, Math.max(0, words.length - each + 1));
  return new Set(starts.map((_, at) => words.slice(at, at + each).join(' ')));
});

function sharesRun(answer: string, other: string, length: number): boolean {
  const known = runsIn(other, `${length}`);
  return [...runsIn(answer, `${length}`)].some((run) => known.has(run));
}
