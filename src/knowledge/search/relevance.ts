import type { Found } from './evidence.js';
import type { Asked } from './vocabulary/vocabulary.js';

/**
 * A logistic regression. Its weights come from questions of the Spanish half of XQuAD's development
 * set: the first passage of each, found among all articles (it answers) and among all but its own (it
 * doesn't). Fitted on every second article, it was checked on the others. `bias` is set so that fewer
 * than one in twenty of those with an answer are below `ENOUGH`.
 */
const WEIGHTS = { bias: -6.55, fullness: 15, matched: 3.1, unknown: -3.4 };
/**
 * What it counts against a passage when a short question names something that no passage has: who asks
 * for motorbikes isn't helped by what is said of repairs. A question of more words may be a story.
 */
const ABSENT = { weight: -1.6, words: 4 };

/** What it counts for a passage when a question has all that its heading says: "Returns", "Home delivery". */
const NAMED = 1;

/** What it counts for a passage that has something for all that a question speaks of, if in other words. */
const WHOLE = 0.6;

/** How sure it is, from 0 to 1, that a passage with these words answers the question. */
export function relevanceOf(asked: Asked[], { fullness, matched }: Found, named: boolean): number {
  const matter = asked.filter(({ asking, common }) => !asking && !common);
  const telling = matched.filter(({ term }) => !asked.some((of) => of.common && of.term === term));
  const lacking = matter.filter((of) => !matched.some(({ term }) => term === of.term));
  const unknown = lacking.filter(({ alternatives }) => !alternatives.length);
  const absent = matter.length <= ABSENT.words && unknown.some(({ thing }) => thing);
  const sum =
    WEIGHTS.bias +
    WEIGHTS.fullness * fullness +
    WEIGHTS.matched * Math.log(1 + telling.length) +
    WEIGHTS.unknown * (unknown.length / Math.max(1, matter.length)) +
    (absent ? ABSENT.weight : 0) +
    (named ? NAMED : 0) +
    (matter.length > 0 && !lacking.length ? WHOLE : 0);
  return probability(sum);
}

/** The probability, from 0 to 1, of what has these log odds. */
export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The log odds of a probability: endless at 0 and 1. */
export function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}
