/** So many are kept: far more messages than wait for an answer in one process. */
const MOST = 10_000;

/**
 * In how many milliseconds this process acknowledged messages. An acknowledgement is over only after
 * its message is stored: how long it took is kept with the message's turn, which is written anyway.
 */
export class Acknowledgements {
  /** By message, the earliest first. */
  private readonly times = new Map<string, number>();

  /** Remembers an acknowledgement until the message's turn is stored. */
  note(messageId: string, ms: number): void {
    this.times.set(messageId, ms);
    if (this.times.size > MOST) this.times.delete(this.times.keys().next().value!);
  }

  /** What is known of one message whose turn isn't stored. */
  of(messageId: string): number | undefined {
    return this.times.get(messageId);
  }

  /** A draft with the acknowledgements of what it covers, as far as they were this process's. */
  with<D extends { covers: string[] }>(draft: D) {
    const known = draft.covers.flatMap((id) => {
      const ms = this.times.get(id);
      return ms === undefined ? [] : [[id, ms] as const];
    });
    return { ...draft, acknowledged: known };
  }
}
