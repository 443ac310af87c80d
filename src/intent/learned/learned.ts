import { readFileSync } from 'node:fs';
import { featuresOf } from './features.js';
import { LEARNED, type LearnedKind, probabilities, read, type Weights } from './weights.js';

/** Beside the sources and, at the same depth, beside what is built of them. */
const FILE = new URL('../../../models/intents/weights.txt', import.meta.url);

let weights: Weights | undefined;

/**
 * What a message wants as it was learned from sentences (`models/intents`), where it is likely enough.
 * It finds what no rule has a pattern for; it is asked only where the rules found nothing.
 */
export function learnedKind(text: string): LearnedKind | undefined {
  weights ??= read(readFileSync(FILE, 'utf8'));
  const { believed, of } = weights;
  const likely = probabilities(featuresOf(text), of);
  const at = likely.indexOf(Math.max(...likely));
  const kind = LEARNED[at];
  return kind !== 'other' && likely[at] >= believed[kind] ? kind : undefined;
}
