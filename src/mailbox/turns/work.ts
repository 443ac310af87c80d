import { randomUUID } from 'node:crypto';
import type { Message } from '../../chat/messages/message.js';
import type { Outcome, Turn } from './turn.js';

/** How many waiting messages a worker looks at. */
export const MOST_WAITING = 200;

export const NOTHING_TO_SEND = 'A turn without parts needs an outcome.';

/** The rate limit's window of one sender. */
export interface Window {
  /** Store's time, in milliseconds. */
  start: number;
  count: number;
  /** The notice of this window went out. */
  noticed: boolean;
}

/** All that a worker needs of a mailbox. */
export interface Work {
  /** The oldest turn whose answer is stored and not yet settled. */
  turn?: Turn;
  /** How many such turns there are. */
  unsettled: number;
  /** What no turn covers yet, in the order in which it was accepted; the first `MOST_WAITING`. */
  waiting: Message[];
  /** How many there are in all. */
  waitingInAll: number;
  wakes: number;
  window?: Window;
  mergedInto?: string;
  /** A person has the conversation. */
  takenOver?: boolean;
  /** Its sender wants nothing more. */
  optedOut?: boolean;
  /** When the sender last wrote: Meta's 24 hours count from then. Store's time, milliseconds. */
  lastInboundAt?: number;
  /** Store's time, in milliseconds. */
  now: number;
}

/** What a turn says. */
export interface Content {
  turnId: string;
  limited: boolean;
  answer?: string;
  parts: { id: string; body: string }[];
  mode?: string;
  sources?: unknown[];
  /** What went wrong on the way to the answer. */
  error?: string;
  /** For a turn without parts. */
  outcome?: Outcome;
  /** In place of `answered`. */
  endsAs?: 'opted_out';
}

/** An answer on its way into the store. */
export interface Draft extends Content {
  /** The messages it covers. */
  covers: string[];
  /** How many messages waited when it was made: one more, and the answer is outdated. */
  seen: number;
  /** Stores it also when more has come in since: that is the next turn. */
  evenIfOutdated: boolean;
  window?: Window;
  /** true: from now on nothing else is sent, what isn't on its way is cancelled; false: it is. */
  optOut?: boolean;
}

/** The draft of a turn that ends messages and sends nothing. */
export function endingDraft(
  work: Pick<Work, 'waitingInAll'>,
  messages: Message[],
  outcome: Outcome,
): Draft {
  return {
    turnId: randomUUID(),
    covers: messages.map(({ id }) => id),
    seen: work.waitingInAll,
    evenIfOutdated: true,
    limited: false,
    parts: [],
    outcome,
  };
}
