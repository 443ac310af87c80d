import { denies } from '../../language/denial.js';
import { guessLanguage, type Language } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import { words } from '../../language/tokens.js';
import type { Match } from '../../knowledge/search/passage.js';
import { asksMoney } from '../money.js';
import { type Amount, amountsIn } from './fitting/bands.js';
import type { Found } from '../retrieval.js';

/** What a question looks for in a passage: the passage's own terms that stand for the question's. */
export interface Sought {
  /** The weight of each term: rare ones weigh more. */
  terms: Map<string, number>;
  /** Of a follow-up: the terms of the questions before, which count where its own choose nothing. */
  before?: Map<string, number>;
  /** Whether it asks for what has something not: "without nuts". */
  negated: boolean;
  /** How many of what it speaks of: "a table for ten". */
  amounts: Amount[];
  /** Whether it asks for an amount of money. */
  money: boolean;
  /** The language that the passage is written in. */
  language: Language;
}

/** What a question looks for in a found passage. `language` is the question's. */
export function soughtIn(passage: Found, question: string, language: Language): Sought {
  return {
    terms: weightsOf(passage.evidence.matched),
    before: weightsOf(passage.before ?? []),
    negated: denies(question),
    amounts: amountsIn(question),
    money: asksMoney(question, language),
    language: guessLanguage(passage.text) ?? guessLanguage(passage.title) ?? language,
  };
}

function weightsOf(matched: Match[]): Map<string, number> {
  return new Map(
    matched.flatMap(({ found, weight }) => found.split(' ').map((term) => [term, weight] as const)),
  );
}

/** The sum of the weights of the sought terms that stand in a text. */
export function weightIn(text: string, { terms: sought, language }: Sought): number {
  const inText = terms(text, language);
  return inText.reduce((sum, term) => sum + (sought.get(term) ?? 0), 0);
}

/** The same search without the terms that a text has already: a heading tells no rows apart. */
export function without(sought: Sought, text: string): Sought {
  const said = new Set(terms(text, sought.language));
  const left = (terms: Map<string, number> = new Map()) =>
    new Map([...terms].filter(([term]) => !said.has(term)));
  return { ...sought, terms: left(sought.terms), before: left(sought.before) };
}

/** Whether a text has no words. */
export function isEmpty(text: string): boolean {
  return words(text).length === 0;
}

/**
 * The places of the texts that have most of what is sought: of its own terms or, where no text has
 * any, of those before. Where several have as much, `all` of what was sought tells them apart.
 */
export function bestOf(texts: string[], sought: Sought, all: Sought): number[] {
  const own = most(texts, sought);
  const best = own.length ? own : most(texts, { ...sought, terms: sought.before ?? new Map() });
  if (best.length < 2) return best;
  const apart = most(
    best.map((at) => texts[at]),
    all,
  );
  return apart.length ? apart.map((at) => best[at]) : best;
}

function most(texts: string[], sought: Sought): number[] {
  const weights = texts.map((text) => weightIn(text, sought));
  const best = Math.max(0, ...weights);
  return best > 0 ? texts.map((_, at) => at).filter((at) => weights[at] >= 0.99 * best) : [];
}

/**
 * Of the texts, those that name nothing but what is sought: "Intensive" and not "Super intensive". All where
 * none does.
 */
export function exactOf(names: string[], { terms: sought, language }: Sought): number[] {
  const exact = (name: string) => {
    const said = terms(name, language);
    return said.length > 0 && said.every((term) => sought.has(term));
  };
  const all = names.map((_, at) => at);
  const found = all.filter((at) => exact(names[at]));
  return found.length ? found : all;
}
