import type { Message } from '../chat/messages/message.js';
import { untilTooLate } from '../mailbox/outbox/window.js';
import { type Part, RETRIED, type SendError } from '../mailbox/turns/part.js';
import type { Outcome } from '../mailbox/turns/turn.js';

/**
 * What a failure is listed as. `fallback`: the model failed or was late, and the documents' own words
 * or the fallback message took its place.
 */
export const KINDS = ['dead', 'uncertain', 'fallback'] as const;
export type Kind = (typeof KINDS)[number];

/** How many failures there are of each kind. */
export type FailureCounts = Record<Kind, number>;

/** What a turn on the list is listed as. */
export function kindOf(outcome?: Outcome | null): Kind {
  return outcome === 'dead' || outcome === 'uncertain' ? outcome : 'fallback';
}

/** A part of a failed turn, with its error. */
export type FailedPart = Part & Partial<SendError>;

/** A turn that an operator should look at: it is dead or uncertain, or its answer failed. */
export interface FailureRecord {
  id: string;
  conversationId: string;
  /** What the sender wrote that the turn covers, the oldest first; nothing of a person's reply. */
  asked: Message[];
  /** How the answer was made; `person` for a person's reply. */
  mode?: string;
  outcome?: Outcome;
  error?: string;
  parts: FailedPart[];
  createdAt: number;
}

/** Whether a retry was done, or why not. */
export type Retried =
  'retried' | 'nothing to retry' | 'opted out' | 'window closed' | 'too late' | 'unknown';

/**
 * Says why a turn's unsent parts can't be sent any more; undefined when they can. `closed`: the channel
 * takes only templates for this sender.
 */
export function retriedTooLate(parts: Part[], closed: boolean, now: number) {
  const unsent = parts.filter(({ state }) => RETRIED.includes(state));
  if (closed && unsent.some(({ content }) => !content?.template)) return 'window closed';
  const late = unsent.some((part) => part.content?.template && untilTooLate(part, { now }) <= 0);
  return late ? 'too late' : undefined;
}

/** Lists the failures, and stores what a person decides about each. */
export abstract class FailureStore {
  /**
   * Lists the failures, the newest first, or those of one kind. `before` is the id of the last one of
   * the page before. Throws a `BadCursor` for an unknown id.
   */
  abstract list(limit: number, before?: string, kind?: Kind): Promise<FailureRecord[]>;

  /** Counts the failures that `list` gives. */
  abstract counts(): Promise<FailureCounts>;

  /**
   * Makes the unsent parts of a dead or uncertain turn pending again, takes the turn off the list
   * and wakes its mailbox. A part that may have been sent is sent again: the person decided that.
   * The turn goes out before newer ones of which nothing was sent yet, and otherwise after all that
   * the conversation has: never between the parts of another one.
   */
  abstract retry(turnId: string): Promise<Retried>;

  /**
   * Takes a turn off the list. Its outcome stays, and a second call changes nothing. Returns false
   * for a turn that was never on the list.
   */
  abstract discard(turnId: string): Promise<boolean>;
}
