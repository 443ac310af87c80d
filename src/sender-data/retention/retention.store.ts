/** What one step of a pass has forgotten. */
export interface Forgotten {
  turns: number;
  messages: number;
  conversations: number;
  /** Behind which the pass goes on; undefined where nothing more is old enough. */
  next?: string;
}

/**
 * Forgets what is old, in steps that are short however much there is. A step looks at `most` rows at
 * most, the oldest behind `after`, and passes over what must stay: so a pass ends, however much stays.
 * `before`: milliseconds since 1970. Steps may run in several processes at once.
 */
export abstract class RetentionStore {
  /**
   * Deletes turns from before with their messages, parts and traces, and what was summed up of them.
   * What is in work, waits for its outcome or is in the failures stays.
   */
  abstract turns(before: number, after: string | undefined, most: number): Promise<Forgotten>;

  /** Deletes what was asked by the chat API before, with its answers: that has no turns. */
  abstract questions(before: number, after: string | undefined, most: number): Promise<Forgotten>;

  /**
   * Deletes conversations in which nothing was said since, and of which nothing is left, with their
   * addresses. One whose sender opted out or waits for a person stays.
   */
  abstract conversations(
    before: number,
    after: string | undefined,
    most: number,
  ): Promise<Forgotten>;

  /** Takes what a pass deleted out of the store's files, where the store doesn't by itself. */
  abstract ended(): Promise<void>;
}

export const NONE: Forgotten = { turns: 0, messages: 0, conversations: 0 };
