import type { Found } from './evidence.js';
import type { Asked } from './vocabulary.js';

/**
 * A logistic regression. Its weights come from questions of the Spanish half of XQuAD's development
 * set: the first passage of each, found among all articles (it answers) and among all but its own (it
 * doesn't). Fitted on every second article, it was checked on the others. `bias` is set so that one in
 * twenty of those with an answer is below `ENOUGH`.
 */
const WEIGHTS = { bias: -7.1, fullness: 13, matched: 3.2, window: 2.5, unknown: -3.7 };

/** How sure it is, from 0 to 1, that a passage with these words answers the question. */
export function relevanceOf(asked: Asked[], { fullness, matched, window }: Found): number {
  const matter = asked.filter(({ asking }) => !asking);
  const unknown = matter.filter(({ alternatives }) => !alternatives.length);
  const sum =
    WEIGHTS.bias +
    WEIGHTS.fullness * fullness +
    WEIGHTS.matched * Math.log(1 + matched.length) +
    WEIGHTS.window * window.coverage +
    WEIGHTS.unknown * (unknown.length / Math.max(1, matter.length));
  return 1 / (1 + Math.exp(-sum));
}
