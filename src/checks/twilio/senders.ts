import { maskSid } from '../../log/mask.js';
import { type Result, wrong } from '../finding.js';
import type { Json, Twilio } from './asking.js';

/** Of Twilio's sandbox, which belongs to no account: its settings can't be read. */
export const SANDBOX = 'whatsapp:+14155238886';

const PAGES = 3;
const EACH = 50;
const SENDERS = `/v2/Channels/Senders?Channel=whatsapp&PageSize=${EACH}`;

/** The senders of the account on WhatsApp, up to 150 (https://www.twilio.com/docs/whatsapp/api/senders). */
export async function sendersAt(twilio: Twilio): Promise<{ senders: Json[]; complete: boolean }> {
  const senders = await twilio.list('messaging', SENDERS, PAGES);
  return { senders, complete: senders.length < PAGES * EACH };
}

/** Why a sender can't send now; undefined when it can. */
export function whyOffline({ status, offline_reasons: reasons }: Json): string | undefined {
  if (status === undefined || String(status).startsWith('ONLINE')) return undefined;
  const [first] = Array.isArray(reasons) ? (reasons as Json[]) : [];
  const { code, message } = first ?? {};
  return [status, code, message].filter((part) => typeof part === 'string').join(' ');
}

/** What is wrong where Twilio knows no Messaging Service by this SID. */
export function missingService(sid: string): Result {
  const cure = "Copy its SID from Twilio's console: Messaging, Services.";
  return wrong(`the account has no Messaging Service ${maskSid(sid)}`, cure);
}
