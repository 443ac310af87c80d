import { Injectable, Logger } from '@nestjs/common';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { Env } from '../../env/env.js';
import { messagePricesIn } from '../../env/prices/message-prices.js';
import { BILLION } from './usage.repository.js';

/** What a message costs, by the country of who gets it: the table that MESSAGE_PRICES names. */
@Injectable()
export class MessagePrices {
  private readonly logger = new Logger('MessagePrices');
  private readonly prices: Map<string, number>;
  private readonly missed = new Set<string>();

  constructor({ MESSAGE_PRICES: file }: Env) {
    this.prices = file ? messagePricesIn(file) : new Map<string, number>();
  }

  /** How many countries have a price, `*` among them. */
  get count(): number {
    return this.prices.size;
  }

  /** What a message to a phone or a user id costs, in billionths; 0 without a price. */
  of(waId: string): number {
    if (!this.prices.size) return 0;
    const country = countryOf(waId);
    const price = this.prices.get(country ?? '*') ?? this.prices.get('*');
    if (price === undefined) this.miss(country ?? 'an unknown country');
    return Math.round((price ?? 0) * BILLION);
  }

  private miss(country: string): void {
    if (this.missed.has(country)) return;
    this.missed.add(country);
    this.logger.warn(
      `MESSAGE_PRICES has no price for ${country}: such messages count as free. Add it, or a line for *.`,
    );
  }
}

/** The country of a phone; a user id begins with its own. */
function countryOf(waId: string): string | undefined {
  const [, ofUser] = /^([A-Z]{2})\./.exec(waId) ?? [];
  return ofUser ?? parsePhoneNumberFromString(waId)?.country;
}
