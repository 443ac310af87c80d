import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Situation } from '../../../src/intent/intent.js';

/** What a sentence may want. Anything that is searched or answered is a question. */
export const KINDS = [
  'opt-out',
  'opt-out-unclear',
  'opt-in',
  'bot',
  'person',
  'complaint',
  'courtesy',
  'yes',
  'no',
  'correction',
  'question',
  'off-topic',
  'unreadable',
] as const;

export type Kind = (typeof KINDS)[number];

/** A sentence, and what it wants: where two readers would differ, any of several. */
export interface Sentence {
  say: string;
  situation: Situation;
  wants: Kind[];
}

export interface SentenceFile {
  /** The file's name without its folder. */
  name: string;
  sentences: Sentence[];
}

const kind = { enum: KINDS };

const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['say', 'wants'],
    properties: {
      say: { type: 'string', minLength: 1 },
      after: { enum: ['person', 'opt-out', 'opted-out'] },
      wants: { anyOf: [kind, { type: 'array', minItems: 1, items: kind }] },
    },
  },
});

/** Reads labelled sentences. Throws an `Error` that names the places, but shows no sentence. */
export function readSentences(file: string): SentenceFile {
  const read: unknown = parse(readFileSync(file, 'utf8'));
  if (!fits(read)) {
    const lines = fits.errors!.map(({ instancePath, message }) => `  ${instancePath} ${message}`);
    throw new Error([`${file} has not the form of labelled sentences:`, ...lines].join('\n'));
  }
  const written = read as { say: string; after?: string; wants: Kind | Kind[] }[];
  const sentences = written.map(({ say, after, wants }) => ({
    say,
    situation: situationOf(after),
    wants: [wants].flat(),
  }));
  return { name: basename(file), sentences };
}

function situationOf(after?: string): Situation {
  if (after === 'opted-out') return { optedOut: true };
  return after === 'person' || after === 'opt-out' ? { offered: after } : {};
}
