import { guessSearchLanguage } from '../language/search/guess.js';
import { terms } from '../language/terms.js';

/** A question, to be grouped with those that ask the same. */
export interface Asked {
  text: string;
}

/** The share of their telling words that two questions of a group have in common. */
const ALIKE = 0.5;

/**
 * Groups questions that ask the same in other words: those whose telling words are mostly the same.
 * A word tells the more, the fewer of the questions have it. The groups with most questions come first;
 * each begins with the question that came first in the list.
 */
export function grouped<T extends Asked>(questions: T[]): T[][] {
  const all = questions.map((question) => ({ question, terms: termsOf(question.text) }));
  const weights = weightsOf(all.map((one) => one.terms));
  const groups: { terms: Set<string>; questions: T[] }[] = [];
  for (const one of all) {
    const best = bestOf(groups, one.terms, weights);
    if (best) best.questions.push(one.question);
    else groups.push({ terms: one.terms, questions: [one.question] });
  }
  return groups.map((group) => group.questions).sort((a, b) => b.length - a.length);
}

/** The group whose first question is most alike; undefined where none is alike enough. */
function bestOf<G extends { terms: Set<string> }>(
  groups: G[],
  terms: Set<string>,
  weights: Map<string, number>,
): G | undefined {
  let [best, most]: [G | undefined, number] = [undefined, ALIKE];
  for (const group of groups) {
    const alike = likeness(group.terms, terms, weights);
    if (alike >= most) [best, most] = [group, alike];
  }
  return best;
}

/** The weight of the common words, as a share of the weight of the words of both (Dice's coefficient). */
function likeness(a: Set<string>, b: Set<string>, weights: Map<string, number>): number {
  const sum = (words: string[]) => words.reduce((all, word) => all + (weights.get(word) ?? 0), 0);
  const common = [...a].filter((word) => b.has(word));
  return (2 * sum(common)) / (sum([...a]) + sum([...b]));
}

function weightsOf(all: Set<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (count: number) => Math.log(1 + all.length / count);
  return new Map([...counts].map(([word, count]) => [word, weigh(count)]));
}

/** A question without a telling word is its own: its signs stand for it. */
function termsOf(text: string): Set<string> {
  const found = terms(text, guessSearchLanguage(text) ?? 'other');
  return new Set(found.length ? found : [text.trim()]);
}
