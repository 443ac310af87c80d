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
  /** Since when the sender waits for a person. The bot is silent meanwhile. */
  waitingSince?: number;
  createdAt: number;
}

/** Selects conversations. A field that is absent selects all. */
export interface ConversationFilter {
  takenOver?: boolean;
  optedOut?: boolean;
  /** true also lists the longest waiting first. */
  waitingForPerson?: boolean;
  waId?: string;
}

/** The last conversation of a page. The next page begins after it. */
export interface ConversationCursor {
  /** What the list is sorted by: `createdAt`, or `waitingSince` of those that wait for a person. */
  at: number;
  id: string;
}
