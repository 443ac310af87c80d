import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { intentOf } from '../intent/intent.js';
import { documentsIn, mediumOf, type WrittenMedium } from './files.js';
import { formFor, type Stage } from './form.js';
import type { Conversation, OperatorStep, Scenario, Turn } from './scenario.js';

/** A file that can't be played; the message names it and each place that is wrong. */
export class BadScenario extends Error {
  override name = 'BadScenario';
}

interface WrittenTurn extends Omit<Turn, 'ask' | 'kind' | 'media'> {
  ask?: string;
  kind?: string;
  media?: WrittenMedium[];
}

interface Written {
  /** A folder, or several; relative to the file. */
  documents?: string | string[];
  now?: string;
  config?: Record<string, unknown>;
  conversations: (Omit<Conversation, 'turns'> & { turns: WrittenTurn[] })[];
}

/** What stands in for the kind of a turn that has none; the kind of a step of the team. */
const NO_KIND = 'other';
const OPERATOR = 'operator';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const fits = new Map<Stage, ValidateFunction>();

/** Reads a set of conversations for an evaluation. Throws a `BadScenario`. */
export function readSet(file: string): Scenario {
  return readFile(file, 'evaluation');
}

/** Reads a scenario for WhatsApp, with the files that it sends. Throws a `BadScenario`. */
export function readScenario(file: string): Scenario {
  return readFile(file, 'whatsapp');
}

/** The same for a text without a file: what it names by path is not there. */
export function parseScenario(source: string, name: string): Scenario {
  return naming(name, () => scenarioOf(checked(source, name, 'whatsapp'), name));
}

function readFile(file: string, stage: Stage): Scenario {
  return naming(file, () => {
    const written = checked(readFileSync(file, 'utf8'), file, stage);
    return scenarioOf(written, basename(file), file);
  });
}

/** What goes wrong with a file names it. */
function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof BadScenario) throw error;
    throw new BadScenario(message.includes(file) ? message : `${file}: ${message}`, {
      cause: error,
    });
  }
}

function scenarioOf(written: Written, name: string, file?: string): Scenario {
  const { documents, now, config = {}, conversations } = written;
  return {
    name,
    documents: documents && file ? documentsIn(documents, file) : [],
    now: now ? Date.parse(now) : undefined,
    config,
    conversations: conversations.map(({ turns, ...sender }) => ({
      ...sender,
      turns: turns.map((turn) => turnOf(turn, file)),
    })),
  };
}

function turnOf({ ask = '', kind: given, media, ...rest }: WrittenTurn, file?: string): Turn {
  const kind = given ?? (rest.operator ? OPERATOR : NO_KIND);
  const files = media && { media: media.map((medium) => mediumOf(medium, file)) };
  return { ask, kind, ...files, ...rest };
}

function checked(source: string, file: string, stage: Stage): Written {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [broken] = document.errors;
  // Without the excerpt: nobody shall see lines of a held-out set by a slip.
  if (broken) throw new BadScenario(`${file} is no YAML: line ${broken.linePos?.[0].line}`);
  const read: unknown = document.toJS();
  const fit = fits.get(stage) ?? ajv.compile(formFor(stage));
  fits.set(stage, fit);
  if (!fit(read)) {
    const places = fit.errors!.map((error) => place(error, document, lines));
    const heading = `${file} has not the form of a set of conversations:`;
    throw new BadScenario([heading, ...new Set(places)].join('\n'));
  }
  const written = read as Written;
  requireAnEnd(written, file);
  return written;
}

/**
 * What a person has is heard by nobody, until the team gives it back, or the sender asks for the bot:
 * only silence can be wanted there.
 */
function requireAnEnd({ conversations }: Written, file: string): void {
  const unheard = conversations.findIndex(({ turns }) => {
    let passedOn = false;
    return turns.some((turn) => {
      const before = passedOn && !givesBack(turn);
      passedOn = before || !!turn.handover || TO_A_PERSON.includes(turn.operator);
      return before && !turn.silence && !turn.operator;
    });
  });
  if (unheard < 0) return;
  throw new BadScenario(`${file}: /conversations/${unheard} goes on after a handover`);
}

const TO_A_PERSON: (OperatorStep | undefined)[] = ['takeover', 'handover'];

function givesBack({ operator, ask = '' }: WrittenTurn): boolean {
  return operator === 'release' || intentOf(ask, { withPerson: true }).kind === 'bot';
}

function place({ instancePath, message, params }: ErrorObject, of: Document, lines: LineCounter) {
  const named = 'additionalProperty' in params ? `: ${params.additionalProperty}` : '';
  const steps = instancePath.split('/').slice(1);
  const node = steps.length ? of.getIn(steps, true) : of.contents;
  const start = isNode(node) ? node.range?.[0] : undefined;
  const line = start === undefined ? '' : ` (line ${lines.linePos(start).line})`;
  return `  ${instancePath || '/'} ${message}${named}${line}`;
}
