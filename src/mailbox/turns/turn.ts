import type { SendError } from '../outbox/channel.js';

/** What becomes of an accepted message, in the contract's words. */
export const OUTCOMES = ['answered', 'limited', 'opted_out', 'human', 'dead', 'uncertain'] as const;
export type Outcome = (typeof OUTCOMES)[number];

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

/** A question (one message or several), its answer, and the parts to send. */
export interface Turn {
  id: string;
  conversationId: string;
  /** None while it is in work. */
  outcome?: Outcome;
  /** It answers messages over the rate limit, with a notice or with nothing. */
  limited: boolean;
  answer?: string;
  /** A person took over, or the sender opted out: what wasn't sent of it never will be. */
  cancelled?: 'human' | 'opted_out';
  /** It confirms an opt-out, and ends so once it is sent. */
  endsAs?: 'opted_out';
  parts: Part[];
}

/** After a minute without word of an attempt, a person decides, and the mailbox goes on. */
export const UNCERTAIN_AFTER_MS = 60_000;

/** What its parts make of a turn; nothing while one of them is in work. */
export function outcomeOf(limited: boolean, states: PartState[]): Outcome | undefined {
  if (states.includes('dead')) return 'dead';
  if (states.includes('uncertain')) return 'uncertain';
  if (states.some((state) => state !== 'accepted')) return undefined;
  return limited ? 'limited' : 'answered';
}

/** Twilio's statuses in their order; callbacks may arrive in any, and only move it forward. */
const RANK = ['accepted', 'scheduled', 'queued', 'sending', 'sent', 'delivered', 'read'];
const FINAL = ['failed', 'undelivered', 'canceled'];

/** Whether `next` is news after `before`. What has failed stays failed. */
export function movesForward(before: string | undefined, next: string): boolean {
  if (!before) return true;
  if (FINAL.includes(before)) return false;
  if (FINAL.includes(next)) return before !== 'read' && before !== 'delivered';
  return RANK.indexOf(next) > RANK.indexOf(before);
}

/** Twilio's codes for who has opted out (STOP), or has blocked this sender. */
export const OPTED_OUT_CODES: readonly (number | undefined)[] = [21610, 63014];

/** Whether a person may have what is left of a turn sent: it was given up, or is uncertain. */
export function canBeRetried({ outcome, parts }: Turn): boolean {
  const givenUp = outcome === 'dead' || outcome === 'uncertain';
  return givenUp && parts.some(({ state }) => RETRIED.includes(state));
}

/** What the sender's wish has against that: an opt-out is confirmed while it holds, all else not. */
export function retriedAgainst({ endsAs }: Turn, optedOut: boolean) {
  if (endsAs) return optedOut ? undefined : 'nothing to retry';
  return optedOut ? 'opted out' : undefined;
}

/** What a person's retry makes pending again. */
export const RETRIED: PartState[] = ['dead', 'uncertain', 'stopped'];

/** What is to be written of a turn after one of its parts changed. */
export interface Settlement {
  outcome?: Outcome;
  /** The state of all parts that are to be sent. */
  pendingBecome?: 'stopped' | 'dead';
  /** The state of all parts that a failed one had stopped. */
  stoppedBecome?: 'pending' | 'dead';
}

/**
 * A dead or uncertain part stops the rest of its turn and gives the turn its outcome. When a later
 * word corrects it, the rest goes out too, unless the conversation has gone on by then: parts of an
 * older answer never follow those of a newer one. A cancelled turn's rest stays where it is.
 */
export function settlementOf(turn: Turn, conversationWentOn: boolean): Settlement {
  const states = turn.parts.map((part) => part.state);
  const outcome = outcomeOf(turn.limited, states);
  if (turn.cancelled) {
    const running = states.includes('sending');
    return { outcome: outcome ?? (running ? undefined : turn.cancelled), pendingBecome: 'stopped' };
  }
  const unsent = states.some((state) => state === 'pending' || state === 'stopped');
  if (conversationWentOn && unsent && outcome !== 'uncertain') {
    return { outcome: 'dead', pendingBecome: 'dead', stoppedBecome: 'dead' };
  }
  if (outcome === 'dead' || outcome === 'uncertain') return { outcome, pendingBecome: 'stopped' };
  if (states.includes('stopped')) return { stoppedBecome: 'pending' };
  return { outcome: outcome && (turn.endsAs ?? outcome) };
}
