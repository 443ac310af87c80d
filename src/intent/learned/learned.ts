import { readFileSync } from 'node:fs';
import { featuresOf, wordsIn } from './features.js';
import { LEARNED, type LearnedKind, probabilities, read, type Weights } from './weights.js';

/** Beside the sources and, at the same depth, beside what is built of them. */
const FILE = new URL('../../../models/intents/weights.txt', import.meta.url);

let weights: Weights | undefined;

/** From this probability on a message wants none of what is learned. */
const SURELY_OTHER = 0.95;

/**
 * From this probability on a message opts its sender out, by its number of words. One word alone never
 * does: "interested" and "system" were learned from sentences that want out, and the rules know "stop". Of
 * two or three, one that is known may decide it.
 */
const SURELY_OPT_OUT = [Infinity, Infinity, 0.7, 0.7];

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
  return probability >= leastFor(kind, text, believed) ? { kind, probability } : undefined;
}

function leastFor(kind: Learned['kind'], text: string, believed: Weights['believed']): number {
  if (kind === 'other') return SURELY_OTHER;
  const words = wordsIn(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const few = kind === 'opt-out' ? SURELY_OPT_OUT[words] : undefined;
  return few ?? believed[kind];
}

/** The same without how probable it is. */
export function learnedKind(text: string): Learned['kind'] | undefined {
  return learned(text)?.kind;
}
