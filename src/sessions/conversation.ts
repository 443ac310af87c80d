import type { LineId } from '../config/lines/line.js';
import type { HandoverStep, WaitingReason } from './handover/handover.js';
import type { Session } from './session.js';

/** A conversation with one sender. All times are in milliseconds since 1970. */
export interface Conversation {
  id: string;
  /** Phones come before user ids. Replies go to the first. */
  addresses: Session[];
  /** When a person took the conversation over. It is absent while the bot answers. */
  takenAt?: number;
  /** When the sender opted out. */
  optedOutAt?: number;
  /** Nothing reaches the sender, since when, and by which code the channel said so. */
  unreachable?: Unreachable;
  /** Since when the sender waits for a person. The bot is silent meanwhile. */
  waitingSince?: number;
  waitingReason?: WaitingReason;
  /** When somebody is there again, as the sender who waits was told. */
  promisedAt?: number;
  /** Its latest step to a person or back; absent where the bot always had it. */
  handover?: HandoverStep;
  channel: Channel;
  /** The line that it is held on; undefined for the default one. */
  line?: LineId;
  /** Its sender wrote something since a person read or replied. */
  unread: boolean;
  /** When something was said last, by anybody, or else when it was begun. */
  activityAt: number;
  /** When its sender wrote last by WhatsApp. */
  lastInboundAt?: number;
  /** When the latest text was sent that the channel refused because the 24-hour window was closed. */
  windowRefusedAt?: number;
  createdAt: number;
}

/** A sender whom nothing reaches, until they write again or a person says otherwise. */
export interface Unreachable {
  since: number;
  /** They blocked us, or they are not there. */
  reason: 'blocked' | 'invalid';
  /** The channel's code. */
  code?: number;
}

/** Where a conversation is held: on WhatsApp, or over the chat API. */
export type Channel = 'whatsapp' | 'api';

/**
 * What a list is sorted by: the latest activity or the latest begun first, or who waits longest for a
 * person, which lists only those who wait.
 */
export type ConversationOrder = 'activity' | 'begun' | 'waiting';

/** Selects conversations. A field that is absent selects all. */
export interface ConversationFilter {
  takenOver?: boolean;
  optedOut?: boolean;
  waitingForPerson?: boolean;
  unreachable?: boolean;
  unread?: boolean;
  channel?: Channel;
  /** `default`: the default line. */
  line?: LineId;
  waId?: string;
  /** Only these, a few thousand at most. */
  ids?: string[];
  /** `begun` if absent; `waiting` if only those who wait for a person are listed. */
  order?: ConversationOrder;
}

/** The order of a list. */
export function orderOf({ order, waitingForPerson }: ConversationFilter): ConversationOrder {
  return order ?? (waitingForPerson ? 'waiting' : 'begun');
}

/** The last conversation of a page. The next page begins after it. */
export interface ConversationCursor {
  /** What the list is sorted by: `activityAt`, `createdAt` or `waitingSince`. */
  at: number;
  id: string;
}
