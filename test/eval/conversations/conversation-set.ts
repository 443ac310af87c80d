import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { parse, YAMLParseError } from 'yaml';

/** What an answer must hold: a text, or any one of several. */
export type Wanted = string | string[];

/** A message of a sender, and what its answer must hold or must not. */
export interface Turn {
  ask: string;
  /** What it stands for: `one-word`, `typo`, `absent`… */
  kind: string;
  must?: Wanted[];
  must_not?: string[];
  /** The answer must be the honest "I don't have that". */
  refuse?: boolean;
  /** The answer must be the bot's own words: nothing quoted from a document, and no refusal. */
  no_sources?: boolean;
  /** The answer must hand over to a person. The bot is silent from then on, so nothing follows it. */
  handover?: boolean;
}

/** A business's documents, and conversations with it. */
export interface ConversationSet {
  /** The file's name without its folder. */
  name: string;
  /** Paths of the documents' files. */
  documents: string[];
  /** Milliseconds since 1970 at which each conversation begins; without it, the machine's time. */
  now?: number;
  /** Put into the bot's settings. */
  config: Record<string, unknown>;
  conversations: { turns: Turn[] }[];
}

const text = { type: 'string', pattern: '\\S' };
const texts = { type: 'array', minItems: 1, items: text };

const FORM = {
  type: 'object',
  additionalProperties: false,
  required: ['documents', 'conversations'],
  properties: {
    documents: { anyOf: [text, texts] },
    now: {
      type: 'string',
      pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)$',
    },
    config: { type: 'object' },
    conversations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['turns'],
        properties: {
          turns: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['ask', 'kind'],
              // Without any of them there is nothing to mark.
              anyOf: ['must', 'must_not', 'refuse', 'no_sources', 'handover'].map((one) => ({
                required: [one],
              })),
              // A refusal or a handover is all that the answer is.
              oneOf: [
                { required: ['refuse'] },
                { required: ['handover'] },
                { not: { anyOf: [{ required: ['refuse'] }, { required: ['handover'] }] } },
              ],
              properties: {
                ask: text,
                kind: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' },
                must: { type: 'array', minItems: 1, items: { anyOf: [text, texts] } },
                must_not: texts,
                refuse: { const: true },
                no_sources: { const: true },
                handover: { const: true },
              },
            },
          },
        },
      },
    },
  },
};

const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(FORM);

/** Reads a set. Throws an `Error` that names the file and each place that is wrong. */
export function readSet(file: string): ConversationSet {
  const read = parsed(file);
  if (!fits(read)) {
    const lines = fits.errors!.map(({ instancePath, message, params }) => {
      const named = 'additionalProperty' in params ? `: ${params.additionalProperty}` : '';
      return `  ${instancePath || '/'} ${message}${named}`;
    });
    throw new Error([`${file} has not the form of a set of conversations:`, ...lines].join('\n'));
  }
  const { documents, now, ...rest } = read as unknown as Written;
  const unheard = rest.conversations.findIndex(({ turns }) =>
    turns.slice(0, -1).some(({ handover }) => handover),
  );
  if (unheard >= 0) throw new Error(`${file}: /conversations/${unheard} goes on after a handover`);
  const name = basename(file);
  const folders = [documents].flat().map((folder) => resolve(dirname(file), folder));
  const files = documentsIn(folders, file);
  return { config: {}, ...rest, name, documents: files, now: now ? Date.parse(now) : undefined };
}

interface Written {
  /** A folder, or several; relative to the file. */
  documents: string | string[];
  now?: string;
  config?: Record<string, unknown>;
  conversations: { turns: Turn[] }[];
}

function parsed(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Without the excerpt: nobody shall see lines of a held-out set by a slip.
    if (error instanceof YAMLParseError)
      throw new Error(`${file} is no YAML: line ${error.linePos?.[0].line}`, { cause: error });
    throw error;
  }
}

function documentsIn(folders: string[], of: string): string[] {
  const found = folders.flatMap((folder) => filesBelow(folder, of));
  // A document's name is its identity: the second would replace the first.
  const twice = found.find((one, at) => found.findIndex((o) => basename(o) === basename(one)) < at);
  if (twice) throw new Error(`${of}: two documents have the name ${basename(twice)}`);
  return found;
}

function filesBelow(folder: string, of: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  if (!found.length) throw new Error(`${of}: no file in ${folder}`);
  return found.sort();
}
