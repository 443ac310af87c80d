import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { SendError } from '../turns/part.js';

/**
 * The whole account is refused: wrong credentials, a daily cap. Sends wait, so that a thousand
 * parts don't ask a thousand times; the part that found out tries again by its own backoff.
 */
@Injectable()
export class AccountHold {
  private readonly logger = new Logger(AccountHold.name);
  private until = 0;

  constructor(private readonly clock: Clock) {}

  /** How long to wait from now, in milliseconds; 0 when the account isn't held. */
  get remainingMs(): number {
    return Math.max(0, this.until - this.clock.now());
  }

  /** Holds all sends for so many milliseconds at least, and tells the operator why. */
  hold(reason: SendError, ms: number): void {
    this.until = Math.max(this.until, this.clock.now() + ms);
    this.logger.error(
      `Twilio refuses the account (${reason.code}: ${reason.message}). ${reason.action ?? ''} ` +
        'Answers are kept and go out when it works again.',
    );
  }

  /** The account may work again: nothing waits for it any more. */
  lift(): void {
    this.until = 0;
  }
}
