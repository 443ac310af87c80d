import type { ConsentNews } from '../../sessions/consent/consent-record.js';
import { randomUUID } from 'node:crypto';
import type { Message } from '../../chat/messages/message.js';
import type { Trace } from '../../chat/trace/trace.js';
import type { Usage } from '../../chat/usage/usage.js';
import type { Earlier } from '../../chat/messages/earlier.js';
import type { LineId } from '../../config/lines/line.js';
import type { Wait, WaitingReason } from '../../sessions/handover/handover.js';
import type { Claim } from '../queue/queue.store.js';
import type { FirstAttempt } from './first-attempt.js';
import type { Part } from './part.js';
import type { Outcome, Turn } from './turn.js';

/** A visit reads at most so many waiting messages. */
export const MOST_WAITING = 200;

/** The error of a draft that has neither parts nor an outcome, which would be a bug. */
export const NOTHING_TO_SEND = 'A turn without parts needs an outcome.';

/** The rate limit's current window of one sender. */
export interface Window {
  /** By the store's clock, in milliseconds since 1970. */
  start: number;
  /** How many messages came in since then. */
  count: number;
  /** Whether the sender got this window's notice. */
  noticed: boolean;
  /** The latest day, how many turns were answered on it, and whether the sender got its notice. */
  day?: string;
  answers?: number;
  told?: boolean;
}

/** What a worker knows of a mailbox during a visit. */
export interface Work {
  /** The oldest turn that isn't settled. */
  turn?: Turn;
  /** How many turns aren't settled. */
  unsettled: number;
  /** The first `MOST_WAITING` messages that no turn covers, in the order of their acceptance. */
  waiting: Message[];
  /** How many messages no turn covers. */
  waitingInAll: number;
  /** How often the mailbox was woken. The release compares it, see `Release.wakes`. */
  wakes: number;
  window?: Window;
  /** The line that it is held on; undefined for the default one. */
  line?: LineId;
  /** The conversation that this one was merged into. */
  mergedInto?: string;
  /**
   * What a conversation that was merged into this one contains isn't all here yet. Nothing is
   * answered or sent until it is, so that all is in the order of its acceptance.
   */
  awaitsMerge?: boolean;
  /** A person has the conversation. */
  takenOver?: boolean;
  /** Since when the sender waits for a person, by the store's clock. The bot is silent meanwhile. */
  waitingSince?: number;
  /** The sender has opted out. */
  optedOut?: boolean;
  /**
   * When the sender last wrote. Meta's window of 24 hours for free-form messages begins then. By
   * the store's clock, in milliseconds since 1970.
   */
  lastInboundAt?: number;
  /** What was said before the messages that wait. */
  earlier: Earlier;
  /** The time by the store's clock, in milliseconds since 1970. */
  now: number;
}

/** One go at making an answer. */
export interface Run {
  /** When it began, by the clock of the process, in milliseconds since 1970. */
  at: number;
  /** Milliseconds that it took. */
  ms: number;
  /** Whether it came to an answer, or was given up because more had come in. */
  end: 'answered' | 'interrupted';
  /** Milliseconds of each stage of the answer. */
  timings?: Record<string, number>;
}

/** How a turn was made, as it is kept with the turn for its timeline. */
export interface Made {
  /** Since when its worker had the mailbox. */
  claimedAt?: number;
  /** How many processes had died over the mailbox before, in a row, and how many visits failed. */
  crashes?: number;
  failures?: number;
  runs?: Run[];
  /** How many messages it covers, and in how many milliseconds the slowest one was acknowledged. */
  messages?: number;
  acknowledgedMs?: number;
  /** Who or what answered: see `BRANCHES`. */
  branch?: string;
  /** Why its sender waits for a person from it on. */
  handover?: WaitingReason;
}

/** A part before it is stored. */
export type NewPart = Pick<Part, 'id' | 'body' | 'content'>;

/** What a turn consists of. */
export interface Content {
  turnId: string;
  limited: boolean;
  answer?: string;
  parts: NewPart[];
  mode?: string;
  sources?: unknown[];
  /** What models used for it. */
  usage?: Usage;
  /** What the answer was made from. */
  trace?: Trace;
  /** What went wrong while the answer was made. */
  error?: string;
  /** The outcome of a turn without parts, which has it at once. */
  outcome?: Outcome;
  /** The outcome of a turn whose parts are all sent, instead of `answered`. */
  endsAs?: 'opted_out';
  made?: Made;
}

/** An answer before it is stored. */
export interface Draft extends Content {
  /** The ids of the messages that the turn answers. */
  covers: string[];
  /** How many messages waited when the answer was made. If more wait now, it is outdated. */
  seen: number;
  /** Stores an outdated answer, too. What came in meanwhile belongs to the next turn. */
  evenIfOutdated: boolean;
  window?: Window;
  /** true opts the sender out and cancels their other turns; false opts the sender in again. */
  optOut?: boolean;
  /** What the sender said to that, for the record. */
  consent?: Pick<ConsentNews, 'words' | 'messageId' | 'optOutType'>;
  /** The sender waits for a person from this turn on. */
  handover?: Wait;
  /** The sender has the bot again from this turn on, as they asked for. */
  handBack?: true;
  /** The attempt to record with it, where its first part may go out at once. */
  first?: FirstAttempt;
  runs?: Run[];
  /** In how many milliseconds this process acknowledged messages of it, each with its id. */
  acknowledged?: (readonly [id: string, ms: number])[];
}

/** How a draft was made by the holder of a claim. */
export function madeOf({ at, crashes, failures }: Claim, draft: Draft): Made {
  const { runs, covers, trace } = draft;
  const acknowledged = (draft.acknowledged ?? []).map(([, ms]) => ms);
  return {
    messages: covers.length,
    ...(acknowledged.length && { acknowledgedMs: Math.max(...acknowledged) }),
    ...(trace && { branch: trace.outcome.branch }),
    ...(draft.handover && { handover: draft.handover.reason }),
    ...(at !== undefined && { claimedAt: at }),
    ...(crashes > 0 && { crashes }),
    ...(failures && { failures }),
    ...(runs?.length && { runs }),
  };
}

/** Returns the draft of a turn that brings messages to an outcome and sends nothing. */
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
