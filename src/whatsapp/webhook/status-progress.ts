import type { Progress } from '../../mailbox/outbox/status-update.js';

/**
 * Twilio's statuses in the order in which a message passes them
 * (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status).
 * Callbacks may arrive in another order; an earlier status never replaces a later one.
 */
const RANK = ['accepted', 'scheduled', 'queued', 'sending', 'sent', 'delivered', 'read'];

/** Twilio's final statuses of a message that did not arrive. */
const FAILED = ['failed', 'undelivered', 'canceled'];

/** Whether a status says that the message failed. It is final. */
export function isFailure(status: string): boolean {
  return FAILED.includes(status);
}

/**
 * What a status means for a message: the statuses after which it is out of date, and whether the
 * message was delivered. A failure that comes after the delivery is ignored.
 */
export function progressOf(status: string): Progress {
  const later = isFailure(status)
    ? ['delivered', 'read']
    : RANK.slice(Math.max(0, RANK.indexOf(status)));
  return { staleAfter: [...FAILED, ...later, status], delivered: status === 'delivered' };
}
