import type { Outcome } from '../../mailbox/turns/turn.js';

/** The stretches of a message's road, in their order. */
export const GROUPS = [
  'received',
  'waited',
  'worked',
  'read',
  'searched',
  'generated',
  'stored',
  'sent',
  'delivered',
] as const;
export type Group = (typeof GROUPS)[number];

/** How well a thing went: it has a colour, which a word always stands beside. */
export const TONES = ['good', 'calm', 'warn', 'bad'] as const;
export type Tone = (typeof TONES)[number];

/** What a span is. */
export const NAMES = [
  /** The request that brought the message, until it was acknowledged. */
  'request',
  /** The message lay at Twilio: its webhook didn't come, and it was found in Twilio's list. */
  'missed',
  /** Waited until a worker took the mailbox. */
  'mailbox',
  /** Waited until an earlier answer in the same conversation was settled. */
  'earlier_turn',
  /** Waited after a visit that failed. */
  'failed_visit',
  /** A worker had the mailbox, until the answer was stored. */
  'visit',
  /** An answer was begun, and given up because more had come in. */
  'interrupted',
  /** A voice note, a picture or a file was read. */
  'media',
  'history',
  'search',
  'model',
  /** An answer was made, by the chat API. */
  'answer',
  'store',
  /** One request to Twilio. */
  'attempt',
  /** Waited for the time of the next attempt. */
  'backoff',
  /** Waited because the account was refused. */
  'account',
  /** Waited until Twilio had taken the part before. */
  'part_before',
  /** Nobody knew whether Twilio had taken the message. */
  'no_word',
  /** Waited for a person, or for Twilio's list, after an uncertain or failed send. */
  'decision',
  /** Twilio had the message, until it reached the phone; and the phone had it, until it was read. */
  'delivery',
  'unread',
] as const;
export type Name = (typeof NAMES)[number];

/** What a pending span waits for. */
export const WAITS = [
  'worker',
  'earlier_turn',
  'next_try',
  'answer',
  'account',
  'part_before',
  'twilio',
  'callback',
  'person',
] as const;
export type Wait = (typeof WAITS)[number];

/** A stretch of time on a message's road. Times in milliseconds since 1970. */
export interface Span {
  group: Group;
  name: Name;
  began: number;
  /** Absent while it lasts. */
  ended?: number;
  tone: Tone;
  /** While it lasts. */
  waitsFor?: Wait;
  /** When something happens next by itself, while it lasts. */
  next?: number;
  /** The number of the part that it belongs to, from 1, and of that one's attempt. */
  part?: number;
  attempt?: number;
  /** How often: of visits, and of failures. */
  count?: number;
}

/** The colour of an outcome; of none, that of what is in work. */
export function toneOf(outcome: Outcome | undefined): Tone {
  if (outcome === 'answered') return 'good';
  if (outcome === 'dead') return 'bad';
  return outcome === 'uncertain' ? 'warn' : 'calm';
}

/** A span that has ended, and has any length. */
export function lasted(span: Span & { ended: number }): Span[] {
  return span.ended > span.began ? [span] : [];
}
