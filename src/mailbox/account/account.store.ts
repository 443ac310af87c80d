import type { SendError } from '../turns/part.js';

/** By what a hold is known: by the answer to a send, or by the word that came later. */
export type HeardBy = 'answer' | 'callback';

/** The account at the channel is refused, or its settings are: nobody's answer can go out. */
export interface Hold extends SendError {
  /** Since when, by the store's clock, in milliseconds since 1970. */
  since: number;
  heardBy: HeardBy;
  /** When one mailbox tries again. By the store's clock, in milliseconds since 1970. */
  tryAt: number;
  /** How many attempts were refused so. */
  refusals: number;
  /** The conversation whose mailbox may try. */
  probe?: string;
  /** The channel's id of the message that it sent: the word on it tells whether the hold ends. */
  sid?: string;
}

/** What was found in the store, and done. */
export interface Tended {
  /** The hold that stands. */
  hold?: Hold;
  /** How many mailboxes were made due. */
  woken: number;
}

/** How many mailboxes that waited for the account are made due in one step. */
export const WOKEN_AT_ONCE = 200;

/**
 * A mailbox that was let through has so many milliseconds to send. Then another one tries: the
 * worker that had it may be gone.
 */
export const PROBE_MS = 30_000;

/**
 * The hold of the account, which all nodes share. Parts that wait for the account are marked with
 * `held` in the outbox, and their mailboxes aren't due until their 24-hour window closes.
 */
export abstract class AccountStore {
  /** Returns the hold that stands. */
  abstract find(): Promise<Hold | undefined>;

  /**
   * Holds the account, and lets one mailbox try in `tryInMs`. A hold that stands stays as it is,
   * unless its probe was refused (`again`, or while it waits for the word on that): then it has
   * this error and one refusal more. Returns the hold.
   */
  abstract hold(error: SendError, heardBy: HeardBy, tryInMs: number, again: boolean): Promise<Hold>;

  /**
   * Has the hold's next mailbox try in `tryInMs`, because the probe's attempt said nothing about
   * the account. With `sid`, the hold is over by then unless there is word against that message.
   */
  abstract postpone(tryInMs: number, sid?: string): Promise<void>;

  /** Ends the hold. `tend` then wakes who waited. */
  abstract lift(): Promise<void>;

  /**
   * Does what is due. While a hold stands: when its time has come, it lets one mailbox of all
   * nodes try. Without a hold: it makes up to `WOKEN_AT_ONCE` mailboxes due that waited for one.
   */
  abstract tend(): Promise<Tended>;

  /**
   * Something changed that may have mended the account: lets one mailbox try at once, and makes up
   * to `WOKEN_AT_ONCE` of those due whose parts wait for their own time with a code that a change may
   * mend. Returns whether more of them may be left.
   */
  abstract tryNow(): Promise<boolean>;

  /** Counts the answers that wait for the account, up to 100,000. */
  abstract waiting(): Promise<number>;
}
