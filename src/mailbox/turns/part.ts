/** Why a send failed, in the channel's words, and what the operator should do. */
export interface SendError {
  /** Twilio's error code, or the HTTP status where there is none. */
  code?: number;
  message: string;
  /** What the operator should do next. */
  action?: string;
}

/**
 * - `pending`: to be sent, at once or at `retryAt`
 * - `sending`: an attempt is recorded, and nothing is known of it yet
 * - `accepted`: Twilio has it
 * - `dead`: given up
 * - `uncertain`: an attempt whose outcome stayed unknown for `UNCERTAIN_AFTER_MS`
 * - `stopped`: not sent, because a part before it is dead or uncertain, or the turn was cancelled
 */
export type PartState = 'pending' | 'sending' | 'accepted' | 'dead' | 'uncertain' | 'stopped';

/** One message of an answer, as it goes out. */
export interface Part {
  id: string;
  turnId: string;
  position: number;
  body: string;
  state: PartState;
  /** How often it was tried; the running attempt is in `attempt`. */
  attempts: number;
  /** How many of the chances that a code gives are used up. */
  chances: number;
  attempt?: string;
  /** Store's time, in milliseconds. */
  attemptedAt?: number;
  retryAt?: number;
  sid?: string;
  status?: string;
  error?: SendError;
}

/** After a minute without word of an attempt, a person decides, and the mailbox goes on. */
export const UNCERTAIN_AFTER_MS = 60_000;

/** The error of an attempt that is given up as uncertain. */
export const NO_WORD = 'The process ended during the send, and no callback came.';

/** What a person's retry makes pending again. */
export const RETRIED: PartState[] = ['dead', 'uncertain', 'stopped'];
