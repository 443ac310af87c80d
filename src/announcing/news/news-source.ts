/**
 * Turns what is written to the store into announcements, whoever writes it: on SQLite in the writes'
 * own transactions, on MongoDB from the changes that the database tells, which are gone over again
 * from where they were left. See docs/decisions/0037.
 */
export abstract class NewsSource {
  /** Calls `wake` when there may be something to tell, until the returned function is called. */
  abstract watch(wake: () => void): () => Promise<void>;

  /** How often changes were gone before anybody had looked at them: news may have been lost. */
  abstract readonly gaps: number;
}
