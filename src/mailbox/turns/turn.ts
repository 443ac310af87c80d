import type { Usage } from '../../chat/usage/usage.js';
import { RETRIED, type Part, type PartState } from './part.js';

/** What becomes of an accepted message. The messages API shows these values. */
export const OUTCOMES = ['answered', 'limited', 'opted_out', 'human', 'dead', 'uncertain'] as const;
/** One of these outcomes. */
export type Outcome = (typeof OUTCOMES)[number];

/** A question (one message or several), its answer, and the parts to send. */
export interface Turn {
  id: string;
  conversationId: string;
  /** Absent while the turn is in work. */
  outcome?: Outcome;
  /** Its messages are over the rate limit: it answers with a notice, or not at all. */
  limited: boolean;
  answer?: string;
  /** What models used for the answer. */
  usage?: Usage;
  /** A person took over, or the sender opted out: its unsent parts are never sent. */
  cancelled?: 'human' | 'opted_out';
  /** `person` for a person's reply; otherwise how the bot made the answer. */
  mode?: string;
  /** The passages that the answer was made from; absent where none were looked for. */
  sources?: unknown[];
  /** The turn confirms an opt-out. Once it is sent, this is its outcome, not `answered`. */
  endsAs?: 'opted_out';
  parts: Part[];
}

/** Returns a turn's outcome from the states of its parts; undefined while one can still be sent. */
export function outcomeOf(limited: boolean, states: PartState[]): Outcome | undefined {
  if (states.includes('dead')) return 'dead';
  if (states.includes('uncertain')) return 'uncertain';
  if (states.some((state) => state !== 'accepted')) return undefined;
  return limited ? 'limited' : 'answered';
}

/** Tells whether a person may retry a turn: it is dead or uncertain, and has unsent parts. */
export function canBeRetried({ outcome, parts }: Turn): boolean {
  const givenUp = outcome === 'dead' || outcome === 'uncertain';
  return givenUp && parts.some(({ state }) => RETRIED.includes(state));
}

/**
 * Says why a turn can't be retried because of the sender's opt-out; undefined when it can. Only the
 * confirmation of an opt-out is sent to a sender who opted out, and only to such a sender.
 */
export function retriedAgainst({ endsAs }: Turn, optedOut: boolean) {
  if (endsAs) return optedOut ? undefined : 'nothing to retry';
  return optedOut ? 'opted out' : undefined;
}

/** What changes about a turn after one of its parts changed. */
export interface Settlement {
  outcome?: Outcome;
  /** The new state of all pending parts. */
  pendingBecome?: 'stopped' | 'dead';
  /** The new state of all stopped parts. */
  stoppedBecome?: 'pending' | 'dead';
}

/**
 * Why a turn that has its outcome sends nothing more by itself, whatever is learnt of it later: its
 * conversation has a later answer, a person has the conversation, or the sender opted out.
 */
export type Over = 'later turn' | 'human' | 'opted_out';

/** What the operator can do about a part that isn't sent because its turn is over. */
export const OVER_ACTION: Record<Over, string> = {
  'later turn': 'Not sent again by itself: the conversation went on. Retry it if it still matters.',
  human: 'Not sent again by itself: a person has the conversation. Retry it, or write to them.',
  opted_out: 'Not sent again: the sender opted out. Wait until they send START.',
};

/**
 * Decides a turn's outcome after one of its parts changed. A dead or uncertain part stops the rest
 * of its turn and gives the turn its outcome. When a later callback corrects that part, the rest is
 * sent, too, unless the turn is over by then: parts of an older answer never follow those of a newer
 * one, nor does the bot write where a person does. The unsent parts of a cancelled turn stay
 * stopped; what fails of it after its end is dead. See decision 6.
 */
export function settlementOf(turn: Turn, over?: Over): Settlement {
  const states = turn.parts.map((part) => part.state);
  const outcome = outcomeOf(turn.limited, states);
  if (turn.cancelled) {
    if (turn.outcome && states.includes('pending'))
      return { outcome: 'dead', pendingBecome: 'dead' };
    const running = states.includes('sending');
    return { outcome: outcome ?? (running ? undefined : turn.cancelled), pendingBecome: 'stopped' };
  }
  const unsent = states.some((state) => state === 'pending' || state === 'stopped');
  if (over && unsent && outcome !== 'uncertain') {
    return { outcome: 'dead', pendingBecome: 'dead', stoppedBecome: 'dead' };
  }
  if (outcome === 'dead' || outcome === 'uncertain') return { outcome, pendingBecome: 'stopped' };
  if (states.includes('stopped')) return { stoppedBecome: 'pending' };
  return { outcome: outcome && (turn.endsAs ?? outcome) };
}
