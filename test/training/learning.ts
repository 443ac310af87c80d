import { featuresOf } from '../../src/intent/learned/features.js';
import { LEARNED, probabilities } from '../../src/intent/learned/weights.js';
import { seeded, shuffled } from '../support/seeded.js';
import type { Example } from './sentences.js';

const ROUNDS = 12;
const RATE = 2;
/** How strongly weights are drawn back to nothing, for each example. */
const DECAY = 2e-5;

/** Weights by logistic regression: example after example, in rounds of another order each. */
export function learned(examples: Example[], seed: number): Map<string, number[]> {
  const weights = new Map<string, number[]>();
  const seen = examples.flatMap(({ text, kind }, at) =>
    [text, ...misspelt(text, seed + at)].map((one) => ({ features: featuresOf(one), kind })),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 3);
    for (const { features, kind } of shuffled(seen, seed + round)) {
      const guessed = probabilities(features, weights);
      const share = 1 / Math.sqrt(features.size);
      for (const feature of features) {
        const of = weights.get(feature) ?? LEARNED.map(() => 0);
        weights.set(feature, of);
        for (let at = 0; at < of.length; at++)
          of[at] += rate * share * (Number(at === kind) - guessed[at]) - rate * DECAY * of[at] * 100;
      }
    }
  }
  return weights;
}

/** The sentence with a slip of the thumb in one of its words. */
function misspelt(text: string, seed: number): string[] {
  const random = seeded(seed);
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  const slips = [before + after, before + letter + letter + after, before + (after[0] ?? '') + letter + after.slice(1)];
  return [slips[Math.floor(random() * slips.length)]];
}
