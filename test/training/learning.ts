import { featuresOf } from '../../src/intent/learned/features.js';
import { LEARNED, probabilities } from '../../src/intent/learned/weights.js';
import { seeded, shuffled } from '../support/seeded.js';
import type { Example } from './sentences.js';

const ROUNDS = 12;
const RATE = 2;
/** How strongly a weight is drawn back to nothing each time its feature is seen. */
const DECAY = 0.002;
/** What stands in fewer sentences says nothing of others. */
const LEAST_SEEN = 2;

interface Seen {
  features: Set<string>;
  kind: number;
}

/**
 * Weights by logistic regression: sentence after sentence, each also with a slip of the thumb, in
 * rounds of another order each.
 */
export function learned(examples: Example[], seed: number): Map<string, number[]> {
  const weights = new Map<string, number[]>();
  const seen = inCommon(
    examples.flatMap(({ text, kind }, at) =>
      [text, misspelt(text, seed + at)].map((one) => ({ features: featuresOf(one), kind })),
    ),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 3);
    for (const one of shuffled(seen, seed + round)) learn(one, weights, rate);
  }
  return weights;
}

function learn({ features, kind }: Seen, weights: Map<string, number[]>, rate: number): void {
  const guessed = probabilities(features, weights);
  const share = 1 / Math.sqrt(features.size);
  for (const feature of features) {
    const of = weights.get(feature) ?? LEARNED.map(() => 0);
    weights.set(feature, of);
    for (let at = 0; at < of.length; at++)
      of[at] += rate * (share * (Number(at === kind) - guessed[at]) - DECAY * of[at]);
  }
}

/** The same without the features of a single sentence. */
function inCommon(seen: Seen[]): Seen[] {
  const counts = new Map<string, number>();
  for (const { features } of seen)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  // Each sentence is there twice.
  const often = (feature: string) => counts.get(feature)! > LEAST_SEEN * 2 - 2;
  return seen.map(({ features, kind }) => ({
    features: new Set([...features].filter(often)),
    kind,
  }));
}

/** The sentence with a letter lost, doubled or swapped with the next one. */
function misspelt(text: string, seed: number): string {
  const random = seeded(seed);
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  const slips = [
    before + after,
    before + letter + letter + after,
    before + after.slice(0, 1) + letter + after.slice(1),
  ];
  return slips[Math.floor(random() * slips.length)];
}
