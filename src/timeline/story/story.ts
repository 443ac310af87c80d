import type { Message } from '../../chat/messages/message.js';
import type { ReplySource } from '../../chat/reply.js';
import type { SentPart } from '../../mailbox/outbox/attempts/sent-part.js';
import type { Turn } from '../../mailbox/turns/turn.js';
import type { Made } from '../../mailbox/turns/work.js';

/** A message, and in how many milliseconds its request was acknowledged, where that is known. */
export type StoryMessage = Message & { acknowledgedMs?: number };

/** A turn with all that is kept of it. */
export interface StoryTurn extends Omit<Turn, 'parts'> {
  parts: SentPart[];
  createdAt: number;
  settledAt?: number;
  /** It is on the list of failures. */
  failed: boolean;
  error?: string;
  sources: ReplySource[];
  made: Made;
}

/** A conversation and its mailbox, as they are now. */
export interface MailboxState {
  /** A merged one's messages are part of the other conversation. */
  id: string;
  /** When a worker looks next; while one has it, when its lease ends. */
  dueAt?: number;
  leaseUntil?: number;
  claimedAt?: number;
  failures: number;
  takenOver: boolean;
  optedOut: boolean;
}

/** Another turn of the conversation, for which a message had to wait. */
export interface FormerTurn {
  id: string;
  createdAt: number;
  /** Absent while it is in work. */
  settledAt?: number;
}

/** All that the store has of a message and of what became of it. */
export interface Story {
  /** The store's clock. */
  now: number;
  mailbox: MailboxState;
  /** What it is the story of: what a sender wrote, or, of a person's own message, that one. */
  message: StoryMessage;
  /** All that the sender wrote for the same turn, in its order; none for a person's own message. */
  asked: StoryMessage[];
  /** What was answered, or what a person wrote. */
  answer?: Message;
  /** Absent while the message waits, and of the chat API's messages. */
  turn?: StoryTurn;
  former?: FormerTurn;
}

/** How the answer was made, or by whom; undefined where it isn't known. */
export function modeOf({ turn, asked }: Pick<Story, 'turn' | 'asked'>): string | undefined {
  return turn?.mode ?? asked[0]?.details?.answered?.mode;
}
