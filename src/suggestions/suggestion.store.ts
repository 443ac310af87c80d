import type { PersonsReply } from './suggestion.js';

export const DECISIONS = ['approved', 'dismissed'] as const;
export type Decision = (typeof DECISIONS)[number];

/** So many messages before a reply are looked at. */
export const MOST_ASKED = 20;

/**
 * Finds what people replied. Nothing is kept for it but what was decided, which stands with the reply:
 * what is erased makes no suggestion any more.
 */
export abstract class SuggestionStore {
  /**
   * The latest replies of people about which nothing was decided, the newest first, at most `most`; those
   * of one conversation only where one is given. None of a conversation that is being erased.
   */
  abstract undecided(most: number, conversationId?: string): Promise<PersonsReply[]>;

  /** Notes a decision about replies. Returns those that were undecided, which nobody else gets. */
  abstract decide(replyIds: string[], decision: Decision): Promise<string[]>;

  /** Takes a decision back. */
  abstract reopen(replyIds: string[]): Promise<void>;
}
