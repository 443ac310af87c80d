import { asRead, mayAsk, type Message } from '../chat/messages/message.js';
import { intentOf } from '../intent/intent.js';
import { fold } from '../language/language.js';
import { words } from '../language/tokens.js';
import { inWords } from '../mailbox/answering/media.js';
import type { Outcome } from '../mailbox/turns/turn.js';

/** What was asked in one exchange, and how it was answered. */
export interface Exchange {
  conversationId: string;
  /** The messages that were answered together, the oldest first. */
  messages: Message[];
  /** What became of them; absent while that is open, and of the chat API. */
  outcome?: Outcome;
  /** How the bot answered; absent where it made no answer. */
  mode?: string;
  /** Who or what answered: see `BRANCHES`. */
  branch?: string;
  /** The curated answer that was given. */
  curatedId?: string;
}

/** A question that was asked lately. */
export interface Question extends Omit<Exchange, 'messages'> {
  text: string;
  /** The message that asked it last. */
  messageId: string;
  /** Where. */
  source: Message['source'];
  /** When it was asked last, in milliseconds since 1970. */
  askedAt: number;
  /** How often, among what was looked at. */
  times: number;
}

/** What is longer was pasted, and nobody tries it again. */
const LONGEST = 1000;

/**
 * The questions of these exchanges, of which the newest comes first, each once, at most `most`: case,
 * accents and marks aside. What asks nothing, such as a greeting, is left out.
 */
export function questionsOf(exchanges: Exchange[], most: number): Question[] {
  const found = new Map<string, Question | undefined>();
  let count = 0;
  for (const exchange of exchanges) {
    const text = textOf(exchange.messages);
    const key = keyOf(text);
    const known = found.get(key);
    if (known) known.times++;
    // What it wants takes longest to tell: it is asked once of each text, and of no more than needed.
    if (found.has(key) || count === most) continue;
    const question = text && text.length <= LONGEST ? questionOf(text, exchange) : undefined;
    found.set(key, question);
    if (question) count++;
  }
  return [...found.values()].filter((question) => question !== undefined);
}

function questionOf(text: string, { messages, ...exchange }: Exchange): Question | undefined {
  const { kind } = intentOf(text);
  if (kind !== 'question') return undefined;
  const { id, source, createdAt } = messages.at(-1)!;
  return { ...exchange, text, messageId: id, source, askedAt: createdAt, times: 1 };
}

function textOf(messages: Message[]): string {
  const asking = messages.filter(mayAsk).map(asRead);
  return asking
    .map((message) => message.text || inWords(message))
    .filter(Boolean)
    .join('\n')
    .trim();
}

function keyOf(text: string): string {
  return words(text).map(fold).join(' ') || text;
}
