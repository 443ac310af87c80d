import type { Courtesy } from '../language/words.js';
import { learned } from './learned/learned.js';
import type { LearnedKind } from './learned/weights.js';
import { remembered } from '../language/remembered.js';
import { isOffTopic } from './off-topic.js';
import type { Offer } from './offer.js';
import { Reading } from './reading.js';
import { isHelp } from './small-talk.js';
import { isUnreadable } from './unreadable.js';

/** What a message wants. It is decided before anything is searched. */
export type Intent =
  | {
      kind:
        | 'opt-out'
        /** It may want no more messages, or mean an order ("cancelar"): it is asked back once. */
        | 'opt-out-unclear'
        | 'opt-in'
        /** The bot again, while a person has the conversation. */
        | 'bot'
        | 'person'
        | 'complaint'
        /** Yes or no to what the bot last offered. */
        | 'yes'
        | 'no'
        /** It is about the bot alone ("are you a robot?"), which no document answers. */
        | 'off-topic'
        /** Nothing in it can be read as words: "???", "asdfgh". */
        | 'unreadable';
    }
  /**
   * Anything to be searched. `offTopic`: it wants a general assistant, a poem or a translation. That
   * counts only where nothing is found: a translation agency's customers mean their business.
   */
  | { kind: 'question'; offTopic?: true }
  | { kind: 'courtesy'; courtesy: Courtesy | 'help' }
  /** "No, that's not what I asked": `rest` is what is asked instead, which may be empty. */
  | { kind: 'correction'; rest: string };

/** What the meaning of a message depends on besides its words. */
export interface Situation {
  optedOut?: boolean;
  /** A person has the conversation, or its sender waits for one. */
  withPerson?: boolean;
  /** What the bot's last message offered. */
  offered?: Offer;
}

/** What may be meant where the rules see no more than this. */
const OPEN: Partial<Record<Intent['kind'], LearnedKind[]>> = {
  complaint: ['opt-out', 'person'],
  question: ['opt-out', 'person', 'complaint', 'correction', 'off-topic'],
};

/** What a message wants, and what told it: rules, what was learned, or the bot's own offer before it. */
export interface Understood {
  intent: Intent;
  by: 'rules' | 'learned' | 'offer';
  /** How probable it is by what was learned, from 0 to 1. */
  probability?: number;
}

/** What a message wants: see `understood`. */
export function intentOf(text: string, situation: Situation = {}): Intent {
  return understood(text, situation).intent;
}

/**
 * What a message wants. Rules decide, which hold without a model, each language's words; where they
 * leave it open, what was learned from sentences.
 */
export function understood(text: string, situation: Situation = {}): Understood {
  const { optedOut, offered, withPerson } = situation;
  return understand(text, optedOut, offered, withPerson);
}

const understand = remembered(understandAnew);

function understandAnew(
  text: string,
  optedOut?: boolean,
  offered?: Offer,
  withPerson?: boolean,
): Understood {
  const situation = { optedOut, offered, withPerson };
  const reading = new Reading(text);
  const intent = ruledIntent(reading, text, situation);
  const open = OPEN[intent.kind];
  const likely = open && learned(text);
  const ruled: Understood = { intent, by: 'rules' };
  if (!open || !likely) return ruled;
  const { kind, probability } = likely;
  const byLearning = (of: Intent): Understood => ({ intent: of, by: 'learned', probability });
  // A misfortune that is told before a question is no complaint, whatever words it has.
  if (intent.kind === 'complaint' && kind === 'other') return byLearning({ kind: 'question' });
  if (kind === 'other' || !open.includes(kind)) return ruled;
  if (kind === 'opt-out' && reading.says('goOn')) return ruled;
  if (kind === 'off-topic') return byLearning({ kind: 'question', offTopic: true });
  return byLearning(kind === 'correction' ? { kind, rest: text } : { kind });
}

/** What a message wants by the rules alone. */
function ruledIntent(reading: Reading, text: string, situation: Situation): Intent {
  const known = wantedIn(reading, text, situation);
  if (known) return known;
  if (isUnreadable(text)) return { kind: 'unreadable' };
  return isOffTopic(text) ? { kind: 'question', offTopic: true } : { kind: 'question' };
}

/** The first of the intents that words show, in the order of what it costs to miss one. */
function wantedIn(reading: Reading, text: string, situation: Situation): Intent | undefined {
  const { optedOut, offered, withPerson } = situation;
  if (optedOut && (reading.isKeyword('start') || reading.saysWholly('optIn')))
    return { kind: 'opt-in' };
  if (reading.isKeyword('stop') || reading.optsOut('optOutSurely') || reading.optsOut('optOut'))
    return { kind: 'opt-out' };
  if (withPerson && reading.isKeyword('bot')) return { kind: 'bot' };
  if (offered && reading.answers('yes')) return { kind: 'yes' };
  if (offered && reading.answers('no')) return { kind: 'no' };
  if (reading.saysWholly('optOutUnclear')) return { kind: 'opt-out-unclear' };
  if (reading.says('person')) return { kind: 'person' };
  const end = reading.correctionEnd();
  if (end !== undefined) return { kind: 'correction', rest: restAfter(end, text) };
  if (reading.says('complaint')) return { kind: 'complaint' };
  const courtesy = isHelp(text) ? 'help' : reading.courtesy();
  if (courtesy) return { kind: 'courtesy', courtesy };
  return reading.isAboutBot() ? { kind: 'off-topic' } : undefined;
}

/** What is asked after a correction, which may be followed by others: a few are looked for. */
function restAfter(end: number, text: string, most = 3): string {
  const rest = text.slice(end).replace(/^[^\p{L}\p{N}¿¡]+|[\s.!]+$/gu, '');
  const next = most ? new Reading(rest).correctionEnd() : undefined;
  return next === undefined ? rest : restAfter(next, rest, most - 1);
}
