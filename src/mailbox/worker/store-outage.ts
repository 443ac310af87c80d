import type { Logger } from '@nestjs/common';
import type { Clock } from '../../clock.js';
import { Allowance } from '../../log/allowance.js';
import { cureOf, isStorageFailure } from '../../storage/storage.error.js';

/** How many lines a minute the log gets about visits that a failure of the store ended. */
const MOST_LINES = 10;

/**
 * Tells the operator of a store that fails while the worker works, such as a full disk or a MongoDB
 * that is away, without repeating what the operator knows. The worker goes on asking the store.
 */
export class StoreOutage {
  private lasts = false;
  private readonly lines: Allowance;

  constructor(
    private readonly logger: Logger,
    clock: Clock,
  ) {
    this.lines = new Allowance(clock, MOST_LINES);
  }

  /** Logs that nothing can be claimed: once an outage, however often it is called. */
  storeFailed(error: Error): void {
    if (!this.lasts)
      this.logger.error(`No mailbox can be worked on: ${error.message}. ${cureOf(error)}`);
    this.lasts = true;
  }

  /** Logs that the store is back, if an outage lasted until now. */
  storeAnswered(): void {
    if (this.lasts) this.logger.log('The store is back: mailboxes are worked on again.');
    this.lasts = false;
  }

  /** An outage of the store fails all visits in the same way, so only some of them are logged. */
  visitFailed(conversationId: string, error: unknown): void {
    const what = `Conversation ${conversationId}: worked on again later`;
    if (!isStorageFailure(error)) this.logger.error(error, what);
    else if (this.lines.take()) this.logger.error(`${what}: ${error.message}. ${cureOf(error)}`);
  }
}
