import type { NewPart } from '../../mailbox/turns/work.js';

/** How the turn of a follow-up was made: its `mode`. */
export const FOLLOW_UP = 'follow_up';

/** Somebody who is still owed an answer, and can't be given one as a text any more. */
export interface Owed {
  conversationId: string;
  /** When they wrote last, by the store's clock, in milliseconds since 1970. */
  lastInboundAt: number;
  /** The name that they show on WhatsApp. */
  profileName?: string;
}

/** Which of them are looked for: by the age of their last message, in milliseconds. */
export interface Ages {
  least: number;
  most: number;
}

/** What is sent to them. */
export interface FollowUp {
  turnId: string;
  /** How it reads. */
  text: string;
  parts: NewPart[];
}

/** Finds who is owed an answer when the 24-hour window is closed, and stores what is sent to them. */
export abstract class FollowUpStore {
  /**
   * Lists those whose last message is of such an age, who waited longest first: who waits for a
   * person, whose message was left to one and not answered, or whose answer was refused or given up
   * because the window was closed. Not who opted out or whom nothing reaches, nor who got a follow-up
   * since they wrote. `after`: only who wrote later than this.
   */
  abstract owed(ages: Ages, limit: number, after?: number): Promise<Owed[]>;

  /**
   * Stores a follow-up as a turn, which is sent like any other, and wakes the mailbox. Returns false,
   * and stores nothing, when there is one since the sender's last message, they have written
   * meanwhile, they opted out, nothing reaches them, or they are owed nothing any more.
   */
  abstract store(owed: Owed, followUp: FollowUp): Promise<boolean>;
}
