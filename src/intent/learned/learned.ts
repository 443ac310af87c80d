import { readFileSync } from 'node:fs';
import { featuresOf } from './features.js';
import { LEARNED, type LearnedKind, probabilities, read, type Weights } from './weights.js';

/** Beside the sources and, at the same depth, beside what is built of them. */
const FILE = new URL('../../../models/intents/weights.txt', import.meta.url);

let weights: Weights | undefined;

/** From this probability on a message wants none of what is learned. */
const SURELY_OTHER = 0.95;

/**
 * What a message wants as it was learned from sentences (`models/intents`): `other` where it surely wants
 * none of it, undefined where nothing is likely enough.
 */
export function learnedKind(text: string): LearnedKind | 'other' | undefined {
  weights ??= read(readFileSync(FILE, 'utf8'));
  const { believed, of } = weights;
  const likely = probabilities(featuresOf(text), of);
  const at = likely.indexOf(Math.max(...likely));
  const kind = LEARNED[at];
  return likely[at] >= (kind === 'other' ? SURELY_OTHER : believed[kind]) ? kind : undefined;
}
