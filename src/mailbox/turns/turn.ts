import { RETRIED, type Part, type PartState } from './part.js';

/** What becomes of an accepted message, in the contract's words. */
export const OUTCOMES = ['answered', 'limited', 'opted_out', 'human', 'dead', 'uncertain'] as const;
export type Outcome = (typeof OUTCOMES)[number];

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

/** What its parts make of a turn; nothing while one of them is in work. */
export function outcomeOf(limited: boolean, states: PartState[]): Outcome | undefined {
  if (states.includes('dead')) return 'dead';
  if (states.includes('uncertain')) return 'uncertain';
  if (states.some((state) => state !== 'accepted')) return undefined;
  return limited ? 'limited' : 'answered';
}

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
