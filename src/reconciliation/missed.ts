import type { ListedMessage } from '../whatsapp/sending/listed-message.js';
import type { OwnNumber } from './reconciliation.store.js';

/** Milliseconds. Older messages aren't answered: their senders' windows have closed. */
const DAY_MS = 24 * 60 * 60_000;
/** Milliseconds. The webhook of a younger message may still be on its way. */
const YOUNG_MS = 60_000;
/** Milliseconds that the list is read again for what came into it late. */
const OVERLAP_MS = 5 * 60_000;

/** Back to what time the list is read at `now`. Times in milliseconds since 1970, by Twilio's clock. */
export function readUntil({ firstWebhookAt, lookedUntil = 0 }: OwnNumber, now: number): number {
  return Math.max(firstWebhookAt, now - DAY_MS, lookedUntil - OVERLAP_MS);
}

/** Until when everything is here once the list of `now` was worked through. */
export function lookedUntil(now: number): number {
  return now - YOUNG_MS;
}

/**
 * Whether a message is one that should have come to us, by what the list says of it alone: it came in
 * to this number, after its first genuine webhook, in the last 24 hours, and more than a minute ago.
 */
export function shouldHaveCome(message: ListedMessage, own: OwnNumber, now: number): boolean {
  const { inbound, to, from, createdAt } = message;
  const oldest = Math.max(own.firstWebhookAt, now - DAY_MS);
  return (
    inbound && !!from && to === own.number && createdAt > oldest && createdAt <= now - YOUNG_MS
  );
}

/**
 * Whether somebody else has answered a message: a send to its sender follows it that isn't ours.
 * `isOurs` tells whether this store knows a message, or may have made it.
 */
export function isAnsweredElsewhere(
  message: ListedMessage,
  listed: ListedMessage[],
  own: OwnNumber,
  isOurs: (sent: ListedMessage) => boolean,
): boolean {
  return listed.some(
    (sent) =>
      !sent.inbound &&
      sent.to === message.from &&
      (sent.from === null || sent.from === own.number) &&
      sent.createdAt >= message.createdAt &&
      !isOurs(sent),
  );
}

/**
 * In the order in which they came in. They are given as Twilio lists them, the newest first: that
 * orders those of the same second.
 */
export function byDate(messages: ListedMessage[]): ListedMessage[] {
  return messages.toReversed().toSorted((a, b) => a.createdAt - b.createdAt);
}
