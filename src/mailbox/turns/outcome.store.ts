import type { Outcome, Turn } from './turn.js';

/** What a JSON caller of the webhook waits for. */
export interface Answered {
  /** Nothing more will come: there is an answer, or there will be none. */
  done: boolean;
  answer: string | null;
}

/** A turn that an operator should look at. */
export interface FailureRecord {
  id: string;
  conversationId: string;
  outcome?: Outcome;
  error?: string;
  parts: { sid?: string; state: string; code?: number; message?: string; action?: string }[];
  createdAt: number;
}

/** How much waits, counted up to `MOST_COUNTED`, and for how long the oldest has. */
export interface Backlog {
  /** Mailboxes that a worker should look at now. */
  due: { count: number; oldestMs: number };
  /** Messages that no turn covers yet. */
  waiting: { count: number; oldestMs: number };
}

/** So many messages came to this outcome: their first, or another one than before. */
export interface Ended {
  outcome: Outcome;
  messages: number;
}

export const NO_SUCH_PLACE = 'is not one that a page gave';

export const MOST_COUNTED = 100_000;

/** What became of messages: for whoever asks, without a claim. */
export abstract class OutcomeStore {
  /** Calls back with what this process's writes bring to an outcome, once it is durable. */
  abstract onEnded(listener: (ended: Ended) => void): void;

  /** What there is for the sender of this message by now. */
  abstract answerTo(messageId: string): Promise<Answered>;

  /** The turns with these ids, with their parts. */
  abstract turns(ids: string[]): Promise<Turn[]>;

  /** What waits in the store now, of all processes. */
  abstract backlog(): Promise<Backlog>;

  /**
   * Failures, newest first. `before` is the id that the page before ended with; an unknown one
   * throws a `RangeError`.
   */
  abstract failures(limit: number, before?: string): Promise<FailureRecord[]>;
}
