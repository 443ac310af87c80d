import { Injectable, Logger } from '@nestjs/common';
import { NUMBER } from '../../address.js';
import { Clock } from '../../clock.js';
import { WhatsAppRecords } from './records.store.js';

/** Numbers that are remembered in this process; a business has a few. */
const MOST = 1000;

/**
 * Remembers since when a number tells us of what comes in: what came to it before isn't ours to
 * answer. Writes once for each number and process, beside the webhook, which doesn't wait for it.
 */
@Injectable()
export class FirstWebhooks {
  private readonly logger = new Logger('WhatsApp');
  /** The moment of the first webhook of each number in this process, and whether that is stored. */
  private readonly seen = new Map<string, { at: number; stored: boolean }>();

  constructor(
    private readonly records: WhatsAppRecords,
    private readonly clock: Clock,
  ) {}

  /** Takes note of a webhook that Twilio signed. A store that is away is tried again at the next. */
  note(account: unknown, number: unknown): void {
    if (typeof account !== 'string' || typeof number !== 'string') return;
    const name = `${account} ${number}`;
    const known = this.seen.get(name);
    if (known?.stored || (!known && (this.seen.size >= MOST || !NUMBER.test(number)))) return;
    const first = known ?? { at: this.clock.now(), stored: false };
    first.stored = true;
    this.seen.set(name, first);
    this.records.noteWebhook(account, number, first.at).catch((error: Error) => {
      first.stored = false;
      this.logger.debug(`The first webhook of a number isn't stored yet: ${error.message}`);
    });
  }
}
