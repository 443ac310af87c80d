import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { intentOf } from '../../../src/intent/intent.js';
import { confusions, figuresOf, isRight, kindOf, type Taken, tableOf } from './figures.js';
import { type Kind, KINDS, readSentences } from './sentences.js';

export interface Options {
  files: string[];
  /** Shows which sentences of held-out files are wrong, too. */
  show: boolean;
  /** A file with the floors of the kinds, for tuned and held-out files. */
  kept?: string;
}

interface Floor {
  understood?: number;
  left_alone?: number;
}
type Half = 'tuned' | 'held_out';
type Floors = Partial<Record<Half, Partial<Record<Kind, Floor>>>>;

/** Whoever makes the rules must not see which of its sentences are wrong. */
const HELD_OUT = /\.held-out\.ya?ml$/;

/**
 * Measures what messages are taken for: prints the wrong ones, a table for the tuned files and one for
 * the held-out ones, and the figures as the last line. Returns whether all floors are kept.
 */
export function runWants({ files, show, kept }: Options): boolean {
  const floors = kept ? readFloors(kept) : {};
  const taken: Record<Half, Taken[]> = { tuned: [], held_out: [] };
  for (const { name, sentences } of files.map(readSentences)) {
    const heldOut = HELD_OUT.test(name);
    const these = sentences.map((one) => ({
      ...one,
      as: kindOf(intentOf(one.say, one.situation)),
    }));
    taken[heldOut ? 'held_out' : 'tuned'].push(...these);
    if (show || !heldOut) showWrong(name, these);
  }
  const halves = (['tuned', 'held_out'] as const).filter((half) => taken[half].length);
  const figures = Object.fromEntries(halves.map((half) => [half, figuresOf(taken[half])]));
  for (const half of halves) console.log(`\n${half}\n${tableOf(figures[half])}`);
  if (taken.tuned.length) console.log(`\n${confusions(taken.tuned).join('\n')}`);
  const below = halves.flatMap((half) => belowFloor(half, figures[half], floors[half] ?? {}));
  for (const line of below) console.log(`\nbelow its floor: ${line}`);
  console.log(`\n${JSON.stringify({ ...figures, passed: !below.length })}`);
  return !below.length;
}

function showWrong(file: string, taken: Taken[]): void {
  for (const one of taken.filter((of) => !isRight(of)))
    console.log(`${file}: ${one.say} — wants ${one.wants.join('/')}, taken for ${one.as}`);
}

function belowFloor(half: Half, figures: ReturnType<typeof figuresOf>, floors: Floors[Half]) {
  return Object.entries(floors ?? {}).flatMap(([kind, floor]) =>
    (['understood', 'left_alone'] as const)
      .filter((of) => (figures[kind as Kind]?.[of] ?? 1) < (floor[of] ?? 0))
      .map((of) => `${half}, ${kind}: ${of} ${figures[kind as Kind]?.[of]}, floor ${floor[of]}`),
  );
}

const share = { type: 'number', minimum: 0, maximum: 1 };
const floorsOfKinds = {
  type: 'object',
  propertyNames: { enum: KINDS },
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    properties: { understood: share, left_alone: share },
  },
};
const fits = new Ajv().compile({
  type: 'object',
  additionalProperties: false,
  properties: { tuned: floorsOfKinds, held_out: floorsOfKinds },
});

function readFloors(file: string): Floors {
  const read: unknown = parse(readFileSync(file, 'utf8'));
  if (fits(read)) return read as Floors;
  const [{ instancePath, message }] = fits.errors!;
  throw new Error(`${file} has not the form of floors: ${instancePath} ${message}`);
}
