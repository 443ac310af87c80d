import type { Logger } from '@nestjs/common';
import { cureOf } from '../../storage/storage.error.js';

/** A store that can't be reached: the log is told once when it begins, and once when it is over. */
export class Outage {
  private lasts = false;

  constructor(private readonly logger: Logger) {}

  begins(error: Error): void {
    if (!this.lasts)
      this.logger.error(`No mailbox can be worked on: ${error.message}. ${cureOf(error)}`);
    this.lasts = true;
  }

  ends(): void {
    if (this.lasts) this.logger.log('The store is back: mailboxes are worked on again.');
    this.lasts = false;
  }
}
