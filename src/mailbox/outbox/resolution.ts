import type { Part, PartState, SendError } from '../turns/part.js';
import { backoff, FIRST_MS } from './backoff.js';
import type { Verdict } from './channel.js';
import { isNews, type StatusUpdate } from './status-update.js';

/** Milliseconds: the first wait of a part that waits for the account. */
const HOLD_MS = 30_000;

/** What a verdict makes of a part. */
export interface Resolution {
  state: PartState;
  /** For `pending`: milliseconds from now. */
  retryInMs?: number;
  /** It waits for the account, not for a time of its own. */
  held?: boolean;
  /** How many of the chances that a code gives are used up by now. */
  chances?: number;
  sid?: string;
  status?: string;
  /** It has reached the phone just now. */
  delivered?: boolean;
  /** The person wants nothing more from this sender. */
  optOut?: boolean;
  error?: SendError;
}

/**
 * Decides what happens to a part after its `attempts`th attempt. A retry without a limit of its own
 * ends when the sender's 24-hour window closes, which the delivery watches.
 */
export function resolve(
  verdict: Verdict,
  { attempts, chances }: Pick<Part, 'attempts' | 'chances'>,
  random = Math.random,
): Resolution {
  switch (verdict.kind) {
    case 'accepted':
      return { state: 'accepted', sid: verdict.sid, status: verdict.status };
    case 'unknown':
      return { state: 'sending', error: verdict.error };
    case 'dead':
      return { state: 'dead', error: verdict.error, ...(verdict.optOut && { optOut: true }) };
    case 'stop':
      return {
        state: 'pending',
        held: true,
        retryInMs: backoff(attempts, HOLD_MS, random),
        error: verdict.error,
      };
    case 'retry':
      return again(verdict, attempts, chances, random);
  }
}

/** An outage uses up none of the chances that a code gives. */
function again(
  { attempts: most, notBeforeMs = 0, error }: Extract<Verdict, { kind: 'retry' }>,
  attempts: number,
  before: number,
  random: () => number,
): Resolution {
  const chances = before + (most ? 1 : 0);
  if (most && chances >= most) return { state: 'dead', chances, error };
  const retryInMs = Math.max(notBeforeMs, backoff(attempts, FIRST_MS, random));
  return { state: 'pending', retryInMs, chances, error };
}

/**
 * Whether what became of an attempt is still to be written. The doubt may have come first, or a
 * person's retry after it; a callback's word stays.
 */
export function isOpen({ state, status }: Part, { kind }: Verdict): boolean {
  if (state === 'sending') return true;
  if (state === 'uncertain') return kind !== 'unknown';
  return state === 'pending' && kind === 'accepted' && !status;
}

/** Decides what a status callback makes of a part; nothing when it is no news. */
export function resolveCallback(part: Part, update: StatusUpdate): Resolution | undefined {
  const { sid, status, progress, failure } = update;
  if (!isNews(part.status, update)) return undefined;
  if (!failure)
    return { state: 'accepted', sid, status, ...(progress.delivered && { delivered: true }) };
  return { ...resolve(failure, part), sid, status };
}
