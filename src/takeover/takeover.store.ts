import type { Content, NewPart } from '../mailbox/turns/work.js';
import type { Wait } from '../sessions/handover/handover.js';
import type { Unsendable } from '../mailbox/turns/recipient/recipient.js';

/** What a person writes to a sender, before it is stored. */
export interface Reply {
  turnId: string;
  text: string;
  parts: NewPart[];
  /** The request's Idempotency-Key: a reply with the same key is stored once. */
  key?: string;
  /**
   * It is allowed until so many milliseconds after the sender's last message, and as long as the channel
   * has refused none for that; absent for an approved template, which is always allowed.
   */
  windowMs?: number;
}

/** Why a reply was not stored. */
export type Refused = Unsendable | 'no address' | 'window closed' | 'unknown';

/**
 * What became of a reply. `repeated`: its key was used before, and this is the first one's reply.
 * `conversationId` is where it is stored: a merged conversation's reply is in the other one.
 */
export type Replied =
  | {
      kind: 'stored' | 'repeated';
      id: string;
      conversationId: string;
      text: string;
      createdAt: number;
    }
  | { kind: Refused };

/** A wait that the operator begins, and what its sender is told of it. */
export interface Telling {
  wait: Wait;
  told: Content;
  /** It is told until so many milliseconds after the sender's last message. */
  windowMs: number;
}

/** How many senders wait for a person, counted up to `MOST_COUNTED`, and for how long the first. */
export interface Waiting {
  count: number;
  oldestMs: number;
}

/** Stores that a person takes a conversation over, replies in it, and gives it back to the bot. */
export abstract class TakeoverStore {
  /**
   * Gives a conversation to a person, fences its worker and cancels the bot's unsent parts. It
   * changes nothing when a person has the conversation already. A sender who waits for a person
   * goes on waiting, until the first reply. Returns false for an unknown conversation.
   */
  abstract takeOver(conversationId: string): Promise<boolean>;

  /**
   * Has a sender wait for a person: fences the worker, cancels the bot's unsent parts, and stores what
   * the sender is told as a turn, where it can be sent. It changes nothing where they wait already.
   * Returns why nobody waits.
   */
  abstract handOver(
    conversationId: string,
    telling: Telling,
  ): Promise<'unknown' | 'opted out' | undefined>;

  /**
   * Gives a conversation back to the bot, also one whose sender waits for a person. Returns false
   * for an unknown one.
   */
  abstract release(conversationId: string): Promise<boolean>;

  /**
   * Stores a person's reply as a turn, whose parts are sent like the bot's. Who waits for a person has
   * one now: the conversation is taken over.
   */
  abstract reply(conversationId: string, reply: Reply): Promise<Replied>;

  /**
   * Gives conversations back to the bot, the longest silent first and at most `most`, that are with a
   * person and in which nobody has said anything for `silentMs`. Who was told when somebody is there
   * again waits so long from then on, too. Returns which ones; another node gives back others.
   */
  abstract giveBackSilent(silentMs: number, most: number): Promise<string[]>;

  /** Counts the senders who wait for a person, in all conversations. */
  abstract waiting(): Promise<Waiting>;
}
