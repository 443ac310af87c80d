import type { MediumReading } from '../../media/medium.js';
import type { Received } from './received.js';

/** A message of a conversation, from its sender, the bot or a person. */
export interface Message {
  /** Twilio's MessageSid for what a sender wrote, a UUID otherwise. */
  id: string;
  conversationId: string;
  role: 'user' | 'assistant';
  source: Source;
  text: string;
  details?: MessageDetails;
  /** How it came in. It is stored, and read for the message's timeline only. */
  received?: Received;
  /**
   * The turn that covers the message; none while the message waits. Of the chat API, which has no
   * turns, the id of the exchange's answer.
   */
  turnId?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** What is wrong with it as it is stored, if it can't be read whole. It is in no answer then. */
  unreadable?: string;
}

/** What a store has of a message, if it is what Recado stored. */
export interface StoredContent {
  text: unknown;
  details?: unknown;
  createdAt: unknown;
}

/**
 * Reads what a store has of a message, which somebody may have changed by hand, or a fault of the
 * disk. What can't be read is left out, and told: one message mustn't keep the others unread.
 */
export function readContent(
  stored: StoredContent,
): Pick<Message, 'text' | 'details' | 'createdAt' | 'unreadable'> {
  const { text, details, createdAt } = stored;
  const wrong = [
    typeof text !== 'string' && 'text',
    details !== undefined && !isObject(details) && 'details',
    typeof createdAt !== 'number' && 'time',
  ].filter(Boolean);
  return {
    text: typeof text === 'string' ? text : '',
    ...(isObject(details) && { details }),
    createdAt: typeof createdAt === 'number' ? createdAt : 0,
    ...(wrong.length && { unreadable: `${UNREADABLE}: its ${wrong.join(', its ')}.` }),
  };
}

const UNREADABLE = 'Part of the message cannot be read in the store';

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a conversation takes place. */
export type Source = 'whatsapp' | 'api';

/**
 * What a message is when it is no plain text, pressed button, picture, recording or document.
 *
 * - `flow`: the answers to a form (WhatsApp Flows)
 * - `welcome`: a chat was opened for the first time, or from an advertisement, without a word
 * - `empty`: nothing came; `lost`: media that Twilio could not get
 * - `unsupported`: WhatsApp says that it hands this kind to no business; `unknown`: we don't know it
 * - `system`: nobody wrote it; WhatsApp says that a user's number or id has changed
 */
export type MessageKind =
  | 'sticker'
  | 'reaction'
  | 'contact'
  | 'location'
  | 'order'
  | 'flow'
  | 'welcome'
  | 'empty'
  | 'lost'
  | 'unsupported'
  | 'unknown'
  | 'system';

/** A voice note, a picture or another file. */
export interface Medium {
  url: string;
  /** As the channel declares it. */
  contentType: string;
  /** What was read of it, once it was. */
  read?: MediumReading;
  /** When that began, in milliseconds since 1970, and how many milliseconds it took. */
  readAt?: number;
  readMs?: number;
}

/** How a question was answered. */
export interface Answered {
  mode: string;
  /** Who or what answered: see `BRANCHES`. */
  branch?: string;
  /** The curated answer that was given. */
  curatedId?: string;
}

/** What a message carries besides its text. It is stored with the message. */
export interface MessageDetails {
  kind?: MessageKind;
  media?: Medium[];
  location?: { latitude: number; longitude: number; address?: string; label?: string };
  /** What was chosen: a button's label and payload, or a list's title and id. */
  button?: { text?: string; payload?: string };
  /** The SID of the message that this one replies or reacts to. */
  repliedTo?: string;
  /** The names on the contacts that were sent, as far as they are known. */
  contacts?: string[];
  /** The lines of an order: "2 × SKU-1 (3.50 EUR)". */
  order?: string[];
  /** The answers to a form (WhatsApp Flows). */
  flow?: { question: string; answer: string }[];
  /** The advertisement from which the chat was opened. */
  referral?: { headline?: string; body?: string; url?: string };
  forwarded?: true;
  /** User ids that could not be read, as they came; they link nothing. */
  otherUserIds?: string[];
  messageType?: string;
  /** Of a question to the chat API, which has no turn: how it was answered. */
  answered?: Answered;
  /** The text is read up to here (UTF-16 units): what follows is over MAX_INBOUND_CHARS. */
  readUpTo?: number;
  /**
   * Twilio has answered the message by itself: it stopped sending to this person (`stop`), began
   * again (`start`), or sent something else, such as its help text (`other`).
   */
  optOut?: 'stop' | 'start' | 'other';
  /** The trace in which it came (W3C `traceparent`), where traces are on: its turn goes on with it. */
  traceparent?: string;
}

/** The message as it is read: without what is over MAX_INBOUND_CHARS. */
export function asRead<M extends Pick<Message, 'text' | 'details'>>(message: M): M {
  const end = message.details?.readUpTo;
  return end === undefined ? message : { ...message, text: message.text.slice(0, end) };
}

/** Kinds whose text, if any, asks nothing: what was filled in, ordered, said by a sign, or by nobody. */
const ASKS_NOTHING = new Set<MessageKind>(['reaction', 'order', 'flow', 'system']);

/** Whether the text of a message is one that may ask something. */
export function mayAsk({ details }: Message): boolean {
  return !details?.kind || !ASKS_NOTHING.has(details.kind);
}
