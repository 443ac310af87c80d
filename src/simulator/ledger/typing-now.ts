import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { bare } from './message.js';

/**
 * Milliseconds for which "typing…" is shown, unless a message comes before:
 * twilio.com/docs/whatsapp/api/typing-indicators-resource.
 */
const SHOWN_MS = 25_000;

/** To whom the business is typing now. */
@Injectable()
export class TypingNow {
  /** Milliseconds since 1970, by the person's address without `whatsapp:`. */
  private readonly since = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  begin(address: string): void {
    this.since.set(bare(address), this.clock.now());
  }

  end(address: string): void {
    this.since.delete(bare(address));
  }

  clear(): void {
    this.since.clear();
  }

  /** Who sees it now, and since when. */
  all(): { to: string; since: number }[] {
    const now = this.clock.now();
    for (const [address, at] of this.since) if (now - at >= SHOWN_MS) this.since.delete(address);
    return [...this.since].map(([address, since]) => ({ to: `whatsapp:${address}`, since }));
  }
}
