import { fold, guessLanguage, type Language, phrasesOfAll } from '../../language/language.js';
import { terms } from '../../language/terms.js';
import { words } from '../../language/tokens.js';
import type { Passage } from '../../knowledge/search/passage.js';

const WITHOUT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${phrasesOfAll(({ asking }) => fold(asking.without)).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** What a question looks for in a passage: the passage's own terms that stand for the question's. */
export interface Sought {
  /** The weight of each term: rare ones weigh more. */
  terms: Map<string, number>;
  /** Whether it asks for what has something not: "without nuts". */
  negated: boolean;
  /** The language that the passage is written in. */
  language: Language;
}

/** What a question looks for in a found passage. `language` is the question's. */
export function soughtIn(passage: Passage, question: string, language: Language): Sought {
  const { matched } = passage.evidence;
  const found = matched.flatMap(({ found, weight }) =>
    found.split(' ').map((t) => [t, weight] as const),
  );
  return {
    terms: new Map(found),
    negated: WITHOUT.test(fold(question.toLowerCase())),
    language: guessLanguage(passage.text) ?? guessLanguage(passage.title) ?? language,
  };
}

/** The sum of the weights of the sought terms that stand in a text. */
export function weightIn(text: string, { terms: sought, language }: Sought): number {
  const inText = terms(text, language);
  return inText.reduce((sum, term) => sum + (sought.get(term) ?? 0), 0);
}

/** The same search without the terms that a text has already: a heading tells no rows apart. */
export function without(sought: Sought, text: string): Sought {
  const said = new Set(terms(text, sought.language));
  const left = [...sought.terms].filter(([term]) => !said.has(term));
  return { ...sought, terms: new Map(left) };
}

/** Whether a text has no words. */
export function isEmpty(text: string): boolean {
  return words(text).length === 0;
}
