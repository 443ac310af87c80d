/**
 * Turns what is written to the store into announcements, whoever writes it: on SQLite in the writes'
 * own transactions, on MongoDB from the changes that the database tells, which are gone over again
 * from where they were left, or from the rows where those are gone. See docs/decisions/0037.
 */
export abstract class NewsSource {
  /** Calls `wake` when there may be something to tell, until the returned function is called. */
  abstract watch(wake: () => void): () => Promise<void>;
}
