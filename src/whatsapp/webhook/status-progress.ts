import type { Progress } from '../../mailbox/outbox/status-update.js';
import { FAILED, isFailure } from '../sending/failed-status.js';

/**
 * Twilio's statuses in the order in which a message passes them
 * (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status).
 * Callbacks may arrive in another order; an earlier status never replaces a later one.
 */
const RANK = ['accepted', 'scheduled', 'queued', 'sending', 'sent', 'delivered', 'read'];

/** The statuses of a message that Twilio has passed on to WhatsApp, which took it. */
const PASSED_ON = ['sent', 'delivered', 'read'];

/** Whether a status is one of those that a message of ours may have. */
export function isOutbound(status: string): boolean {
  return RANK.includes(status) || isFailure(status);
}

/** Whether the person has read the message. WhatsApp tells it only where they allow it. */
export function isRead(status: string): boolean {
  return status === 'read';
}

/**
 * What a status means for a message: the statuses after which it is out of date, and whether it was
 * passed on and delivered. A failure that comes after the delivery is ignored.
 */
export function progressOf(status: string): Progress {
  const later = isFailure(status)
    ? ['delivered', 'read']
    : RANK.slice(Math.max(0, RANK.indexOf(status)));
  return {
    staleAfter: [...FAILED, ...later, status],
    passedOn: PASSED_ON.includes(status),
    delivered: status === 'delivered',
  };
}
