import { readFileSync } from 'node:fs';
import { featuresOf } from './features.js';
import { LEARNED, type LearnedKind, probabilities, read, type Weights } from './weights.js';

/** Beside the sources and, at the same depth, beside what is built of them. */
const FILE = new URL('../../../models/intents/weights.txt', import.meta.url);

let weights: Weights | undefined;

/** From this probability on a message wants none of what is learned. */
const SURELY_OTHER = 0.95;

/** What was learned to be wanted by such a message, and how probable it is, from 0 to 1. */
export interface Learned {
  kind: LearnedKind | 'other';
  probability: number;
}

/**
 * What a message wants as it was learned from sentences (`models/intents`): `other` where it surely wants
 * none of it, undefined where nothing is likely enough.
 */
export function learned(text: string): Learned | undefined {
  weights ??= read(readFileSync(FILE, 'utf8'));
  const { believed, of } = weights;
  const likely = probabilities(featuresOf(text), of);
  const probability = Math.max(...likely);
  const kind = LEARNED[likely.indexOf(probability)];
  const least = kind === 'other' ? SURELY_OTHER : believed[kind];
  return probability >= least ? { kind, probability } : undefined;
}

/** The same without how probable it is. */
export function learnedKind(text: string): Learned['kind'] | undefined {
  return learned(text)?.kind;
}
