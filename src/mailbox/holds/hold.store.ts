import type { LineId } from '../../config/lines/line.js';
import type { SendError } from '../turns/part.js';

/** By what a hold is known: by the answer to a send, or by the word that came later. */
export type HeardBy = 'answer' | 'callback';

/** Whom a refusal means: the account, and so all that is sent by it; or one line of it. */
export type Refuses = 'account' | 'line';

/** Where the account's hold stands among those of the lines: no line has this name. */
export const ACCOUNT = 'account';

/**
 * The channel refuses a line, which can't send then; or the account or its settings, and nobody's
 * answer can go out.
 */
export interface Hold extends SendError {
  /** The line that is refused, `default` for the default one; without one it is the account. */
  line?: LineId;
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

/** What was heard against a line, or against the account. */
export interface Refusal {
  /** See `Hold.line`. */
  line?: LineId;
  error: SendError;
  heardBy: HeardBy;
  /** In so many milliseconds one mailbox tries. */
  tryInMs: number;
  /** It was the hold's probe that was refused. */
  again: boolean;
}

/** What was found in the store, and done. */
export interface Tended {
  /** The holds that stand: see `HoldStore.all`. */
  holds: Hold[];
  /** How many mailboxes were made due. */
  woken: number;
}

/** How many mailboxes that waited for a hold's end are made due in one step. */
export const WOKEN_AT_ONCE = 200;

/**
 * A mailbox that was let through has so many milliseconds to send. Then another one tries: the
 * worker that had it may be gone.
 */
export const PROBE_MS = 30_000;

/**
 * The holds, which all nodes share: at most one of the account and one of each line. Parts that wait
 * for the end of one are marked with `held` and their line in the outbox, and their mailboxes aren't
 * due until their 24-hour window closes.
 */
export abstract class HoldStore {
  /** Returns the holds that stand: first the account's, then those of lines by their names. */
  abstract all(): Promise<Hold[]>;

  /**
   * Holds a line, or the account, and lets one mailbox try in `tryInMs`. A hold that stands stays as
   * it is, unless its probe was refused (`again`, or while it waits for the word on that): then it has
   * this error and one refusal more. Returns the hold.
   */
  abstract hold(refusal: Refusal): Promise<Hold>;

  /**
   * Has a hold's next mailbox try in `tryInMs`, because the probe's attempt said nothing about it.
   * With `sid`, the hold is over by then unless there is word against that message.
   */
  abstract postpone(line: LineId | undefined, tryInMs: number, sid?: string): Promise<void>;

  /** Ends a hold. `tend` then wakes who waited. */
  abstract lift(line: LineId | undefined): Promise<void>;

  /**
   * Does what is due. For each hold whose time has come, it lets one mailbox of all nodes try: for
   * the account's one of a line that isn't held itself, if such a one waits. While the account is
   * held, no line's is tried. It makes up to `WOKEN_AT_ONCE` mailboxes due that no hold keeps any more.
   */
  abstract tend(): Promise<Tended>;

  /**
   * Something changed that may have mended the account or a line: lets one mailbox of each hold try at
   * once, and makes up to `WOKEN_AT_ONCE` of those due whose parts wait for their own time with a code
   * that a change may mend. Returns whether more of them may be left.
   */
  abstract tryNow(): Promise<boolean>;

  /** Counts the answers that wait for a hold's end, of all lines or of one, up to 100,000. */
  abstract waiting(line?: LineId): Promise<number>;
}
