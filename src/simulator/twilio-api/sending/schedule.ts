import { refused } from '../twilio-error.js';

/** Twilio's pages name 5 minutes and 15; the longer one holds for both. */
const SOONEST_MS = 15 * 60_000;
const LATEST_MS = 35 * 24 * 3_600_000;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/**
 * When a message is to leave, in milliseconds; null for at once. Throws what Twilio answers to a
 * wrong wish: twilio.com/docs/messaging/features/message-scheduling and …/docs/api/errors/35111,
 * 35114, 35118.
 */
export function readSchedule(
  wish: { type?: string; at?: string; messagingServiceSid: string | null },
  now: number,
): number | null {
  if (!wish.type && !wish.at) return null;
  if (wish.type !== 'fixed') throw refused(20001, 'ScheduleType must be fixed');
  if (!wish.at) throw refused(35111, 'SendAt timestamp is missing');
  if (!wish.messagingServiceSid) {
    throw refused(35118, 'MessagingServiceSid is required to schedule a message');
  }
  const at = ISO_TIME.test(wish.at) ? Date.parse(wish.at) : NaN;
  if (at >= now + SOONEST_MS && at <= now + LATEST_MS) return at;
  throw refused(35114, 'Scheduling does not support this timestamp');
}
