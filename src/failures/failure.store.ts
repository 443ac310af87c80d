/** What became of a person's wish to send the rest of a turn. */
export type Retried = 'retried' | 'nothing to retry' | 'opted out' | 'unknown';

/** What a person decides about failures. */
export abstract class FailureStore {
  /**
   * Makes the unsent parts of a dead or uncertain turn pending again, takes it off the list and
   * wakes its mailbox. A part that may have been sent is sent again: that is the person's decision.
   */
  abstract retry(turnId: string): Promise<Retried>;

  /** Takes a turn off the list; its outcome stays. False for one that never was on it;
   * once more changes nothing. */
  abstract discard(turnId: string): Promise<boolean>;
}
