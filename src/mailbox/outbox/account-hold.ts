import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { SendError } from '../turns/part.js';

/**
 * Holds all sends back while Twilio refuses the account, as it does for wrong credentials or a
 * daily cap. Without it every waiting part would cause a request that is refused. The part that was
 * refused tries again after its own backoff.
 */
@Injectable()
export class AccountHold {
  private readonly logger = new Logger(AccountHold.name);
  private until = 0;

  constructor(private readonly clock: Clock) {}

  /** How many milliseconds sends must still wait; 0 when the account isn't held. */
  get remainingMs(): number {
    return Math.max(0, this.until - this.clock.now());
  }

  /** Holds all sends for at least `ms` milliseconds, and logs why and what the operator can do. */
  hold(reason: SendError, ms: number): void {
    this.until = Math.max(this.until, this.clock.now() + ms);
    this.logger.error(
      `Twilio refuses the account (${reason.code}: ${reason.message}). ${reason.action ?? ''} ` +
        'Answers are kept and go out when it works again.',
    );
  }

  /** Ends the hold, because the account may work again. */
  lift(): void {
    this.until = 0;
  }
}
