/**
 * Learns what messages want from `models/intents/*.tsv`, and writes `models/intents/weights.txt`:
 * `npm run train:intents`. The same sentences always give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { featuresOf } from '../../src/intent/learned/features.js';
import {
  LEARNED,
  type LearnedKind,
  probabilities,
  write,
} from '../../src/intent/learned/weights.js';
import { shuffled } from '../support/seeded.js';
import { learned } from './learning.js';
import { type Example, keyOf, sentencesIn } from './sentences.js';

const FOLDER = 'models/intents';
const FOLDS = 5;
/** Of what wants something else, so much may be taken for a kind, among sentences that look like it. */
const MISTAKEN = 0.015;

interface Guess {
  kind: number;
  guessed: number[];
}

const measured = new Set(
  globSync('test/eval/intents/*.yaml').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => keyOf(line.replace(/^- say: /, ''))),
  ),
);
const examples = sentencesIn(FOLDER, measured);
console.error(`${examples.length} sentences`);
const guesses = guessedUnseen(examples);
const believed = Object.fromEntries(
  LEARNED.slice(0, -1).map((kind, at) => [kind, thresholdOf(at, guesses)]),
) as Record<LearnedKind, number>;
for (const [at, kind] of LEARNED.slice(0, -1).entries()) {
  const of = guesses.filter((guess) => guess.kind === at);
  const found = of.filter(({ guessed }) => guessed[at] >= believed[kind as LearnedKind]);
  console.error(`${kind}: ${found.length} of ${of.length} unseen sentences`);
}
writeFileSync(`${FOLDER}/weights.txt`, write({ believed, of: learned(examples, 1) }));

/** What is guessed of each sentence by weights that were learned without it. */
function guessedUnseen(all: Example[]): Guess[] {
  const order = shuffled(all, 7);
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const weights = learned(
      order.filter((_example, at) => at % FOLDS !== fold),
      fold,
    );
    return order
      .filter((_example, at) => at % FOLDS === fold)
      .map(({ text, kind }) => ({ kind, guessed: probabilities(featuresOf(text), weights) }));
  });
}

/** The lowest probability from which on no more than `MISTAKEN` of the others are taken for a kind. */
function thresholdOf(kind: number, all: Guess[]): number {
  const others = all.filter((guess) => guess.kind !== kind).map(({ guessed }) => guessed[kind]);
  const sorted = others.toSorted((a, b) => b - a);
  const lowest = sorted[Math.floor(MISTAKEN * sorted.length)];
  return Math.max(0.4, Math.ceil((lowest + 0.001) * 100) / 100);
}
