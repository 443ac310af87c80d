import type { Progress } from '../../mailbox/outbox/status-update.js';

/** Twilio's statuses in their order; callbacks may arrive in any, and only move it forward. */
const RANK = ['accepted', 'scheduled', 'queued', 'sending', 'sent', 'delivered', 'read'];

/** Twilio's statuses of a message that didn't arrive, and never will. */
const FAILED = ['failed', 'undelivered', 'canceled'];

/** Whether the message failed. What has failed stays failed. */
export function isFailure(status: string): boolean {
  return FAILED.includes(status);
}

/** How far a message has come that has this status. A failure says nothing more after delivery. */
export function progressOf(status: string): Progress {
  const later = isFailure(status)
    ? ['delivered', 'read']
    : RANK.slice(Math.max(0, RANK.indexOf(status)));
  return { staleAfter: [...FAILED, ...later, status], delivered: status === 'delivered' };
}
