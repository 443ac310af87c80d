import { backoff, FIRST_MS } from '../holds/backoff.js';
import type { Unreachable } from '../../sessions/conversation.js';
import type { Part, PartContent, PartState, SendError } from '../turns/part.js';
import type { KnownBy } from './attempts/attempt-log.js';
import type { Verdict } from './channel.js';
import type { Settled } from './outbox.store.js';
import { isNews, type StatusUpdate } from './status-update.js';

/** What changes about a part after a verdict. */
export interface Resolution {
  state: PartState;
  /** When the part is `pending`: in how many milliseconds it may be tried again. */
  retryInMs?: number;
  /** The part waits for the account or its line, and is due when that works again. */
  held?: boolean;
  /** The part waits for its time, and is tried at once when the configuration changes. */
  awaitsChange?: boolean;
  /** How many attempts count against the limit that their error sets. */
  chances?: number;
  sid?: string;
  status?: string;
  /** The message has just reached the phone. */
  delivered?: boolean;
  /** The sender wants no more messages from us. */
  optOut?: boolean;
  /** The channel has refused a text because the 24-hour window is closed. */
  windowClosed?: boolean;
  /** What it was sent as can't be had: it goes out as a text. */
  plain?: boolean;
  /** Nothing reaches the sender. */
  unreachable?: Unreachable['reason'];
  error?: SendError;
  /** How it is known of the latest attempt; absent where the part changes for another reason. */
  by?: KnownBy;
}

/**
 * Decides what happens to a part after a verdict on its latest attempt. A retry without a limit of
 * its own goes on until the sender's 24-hour window closes; `DeliveryService` watches that.
 */
export function resolve(verdict: Verdict, part: Tried, random = Math.random): Resolution {
  const resolution = decide(verdict, part, random);
  if (verdict.kind === 'unknown' || !verdict.sid) return resolution;
  // A message that failed at once is known, too: no callback and no look takes it for another one.
  return { ...resolution, sid: verdict.sid, status: verdict.status };
}

/** What of a part decides what follows from a verdict. */
type Tried = Pick<Part, 'attempts' | 'chances' | 'content'>;

function decide(verdict: Verdict, part: Tried, random: () => number): Resolution {
  const { attempts, chances } = part;
  switch (verdict.kind) {
    case 'accepted':
      return { state: 'accepted' };
    case 'unknown':
      return { state: 'sending', error: verdict.error };
    case 'dead':
      return refused(verdict, part);
    case 'stop':
      return { state: 'pending', held: true, error: verdict.error };
    case 'retry':
      return retryOrGiveUp(verdict, attempts, chances, random);
  }
}

/** What can't be tapped can be read: where only the buttons are at fault, the text goes out at once. */
function refused(verdict: Extract<Verdict, { kind: 'dead' }>, { content }: Tried): Resolution {
  const { error, optOut, unreachable, windowClosed, unfit } = verdict;
  if (unfit && content?.choices) return { state: 'pending', retryInMs: 0, plain: true, error };
  return {
    state: 'dead',
    error,
    ...(optOut && { optOut }),
    ...(unreachable && { unreachable }),
    ...(windowClosed && !content?.template && { windowClosed }),
  };
}

/**
 * Counts only attempts that failed with an error that has a limit. Others, such as those during an
 * outage of Twilio, don't count against it.
 */
function retryOrGiveUp(
  verdict: Extract<Verdict, { kind: 'retry' }>,
  attempts: number,
  before: number,
  random: () => number,
): Resolution {
  const { attempts: most, notBeforeMs = 0, mostMs, suspect, error } = verdict;
  const chances = before + (most ? 1 : 0);
  if (most && chances >= most) return { state: 'dead', chances, error };
  const growth = { firstMs: Math.max(FIRST_MS, notBeforeMs), mostMs };
  const retryInMs = Math.max(notBeforeMs, backoff(attempts, growth, random));
  return { state: 'pending', retryInMs, chances, error, ...(suspect && { awaitsChange: true }) };
}

/** What happens to a part that can't be sent any more: of a text, because the window is closed. */
export function givenUp({ content }: Pick<Part, 'content'>, error: SendError): Resolution {
  return { state: 'dead', error, ...(!content?.template && { windowClosed: true }) };
}

/**
 * Tells whether a verdict may still change a part. It may after the part became uncertain, and
 * after a person had it retried. It may not after a status callback, which knows more than the
 * verdict.
 */
export function isOpen({ state, status }: Part, { kind }: Verdict): boolean {
  if (state === 'sending') return true;
  if (state === 'uncertain') return kind !== 'unknown';
  return state === 'pending' && kind === 'accepted' && !status;
}

/**
 * Tells whether a resolution only says how far an accepted message has come: then nothing follows
 * from it for the turn.
 */
export function isMove(part: Pick<Part, 'state'>, resolution: Resolution): boolean {
  return part.state === 'accepted' && resolution.state === 'accepted';
}

/** Decides what happens to a part after a status callback; undefined if that says nothing new. */
export function resolveCallback(part: Part, update: StatusUpdate): Resolution | undefined {
  const { sid, status, progress, failure } = update;
  const by = update.listed ? 'list' : 'callback';
  if (!isNews(part.status, update)) return undefined;
  if (!failure)
    return { state: 'accepted', sid, status, by, ...(progress.delivered && { delivered: true }) };
  return { ...resolve(failure, part), sid, status, by };
}

/** What was refused of a part that goes out as a text now. */
export function unfitIn(
  { body, content }: { body: string; content?: PartContent },
  { plain }: Resolution,
): Pick<Settled, 'unfit'> {
  return plain && content ? { unfit: { body, content } } : {};
}
