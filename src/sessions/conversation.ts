import type { Session } from './session.js';

/** A conversation with one sender, and who has it. */
export interface Conversation {
  id: string;
  /** The one to reply to first: a phone before a user id. */
  addresses: Session[];
  /** Since when a person has it; none: the bot answers. Milliseconds since 1970, as all times. */
  takenAt?: number;
  /** Since when its sender wants nothing more. */
  optedOutAt?: number;
  createdAt: number;
}

/** Which conversations are asked for; what isn't given doesn't matter. */
export interface ConversationFilter {
  takenOver?: boolean;
  optedOut?: boolean;
  waId?: string;
}

/** Where a page ended: the next one begins behind it. */
export interface ConversationCursor {
  createdAt: number;
  id: string;
}
