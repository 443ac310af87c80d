/** Tokens that were used on one day. */
export interface DayTokens {
  /** In the conversation. */
  sender: number;
  /** In all conversations, those that were erased since among them. */
  all: number;
}

/**
 * Counts the tokens of each day, for all nodes: in all, and by the conversation. The latter counts are
 * moved when conversations are merged, and erased with them; only the latest day of each is kept.
 */
export abstract class UsageRepository {
  /** What was used on a day (`2026-11-28`, of the business's time zone). */
  abstract usedOn(day: string, conversationId: string): Promise<DayTokens>;

  /**
   * Adds tokens, and returns what is used then. For a conversation that isn't there (any more) only
   * the sum of all is raised. Sums of days before this one may be deleted.
   */
  abstract add(day: string, conversationId: string, tokens: number): Promise<DayTokens>;
}
