/**
 * Learns what messages want from `models/intents/*.tsv`, and writes `models/intents/weights.txt`:
 * `npm run train:intents`. The same sentences always give the same weights; with `--check` nothing is
 * written, and it ends with 1 where the file has others.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { featuresOf } from '../../src/intent/learned/features.js';
import {
  LEARNED,
  type LearnedKind,
  probabilities,
  write,
} from '../../src/intent/learned/weights.js';
import { readSentences } from '../eval/wants/sentences.js';
import { shuffled } from '../support/seeded.js';
import { learned } from './learning.js';
import { type Example, keyOf, sentencesIn, tradeWords } from './sentences.js';

const FOLDER = 'models/intents';
const FOLDS = 5;
/** What is less likely is left to the search, which can be asked again; a bot that was sent away can't. */
const LEAST_BELIEVED: Record<LearnedKind, number> = {
  'opt-out': 0.6,
  person: 0.6,
  // Troubles are told calmly, too, before a question.
  complaint: 0.7,
  correction: 0.6,
  'off-topic': 0.6,
};
/** Of what wants something else, so much may be taken for a kind; most of it looks much like it. */
const MISTAKEN: Record<LearnedKind, number> = {
  'opt-out': 0.008,
  person: 0.008,
  complaint: 0.005,
  correction: 0.002,
  'off-topic': 0.005,
};

interface Guess {
  kind: number;
  guessed: number[];
}

const examples = [...sentencesIn(FOLDER, measuredSentences()), ...tradeWords()];
console.error(`${examples.length} sentences`);
const guesses = guessedUnseen(examples);
const believed = Object.fromEntries(
  LEARNED.slice(0, -1).map((kind, at) => [kind, thresholdOf(at, kind as LearnedKind, guesses)]),
) as Record<LearnedKind, number>;
for (const [at, kind] of LEARNED.slice(0, -1).entries()) {
  const of = guesses.filter((guess) => guess.kind === at);
  const found = of.filter(({ guessed }) => guessed[at] >= believed[kind as LearnedKind]);
  console.error(`${kind}: ${found.length} of ${of.length} unseen sentences`);
}
const file = `${FOLDER}/weights.txt`;
const weights = write({ believed, of: learned(examples, 1) });
if (!process.argv.includes('--check')) writeFileSync(file, weights);
else if (readFileSync(file, 'utf8') !== weights) {
  console.error(`${file} isn't what the sentences give: npm run train:intents`);
  process.exitCode = 1;
}

/** What is measured isn't learned from. */
function measuredSentences(): Set<string> {
  const files = globSync('test/eval/intents/*.yaml');
  return new Set(
    files.flatMap((name) => readSentences(name).sentences.map(({ say }) => keyOf(say))),
  );
}

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
function thresholdOf(place: number, kind: LearnedKind, all: Guess[]): number {
  const others = all.filter((guess) => guess.kind !== place).map(({ guessed }) => guessed[place]);
  const sorted = others.toSorted((a, b) => b - a);
  const lowest = sorted[Math.floor(MISTAKEN[kind] * sorted.length)];
  return Math.max(LEAST_BELIEVED[kind], Math.ceil((lowest + 0.001) * 100) / 100);
}
