import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { ACCOUNT_SID, AUTH_TOKEN, type Town } from '../../load/town.js';
import type { Sent } from '../check/sends.js';

/** A status callback, signed as Twilio signs it, that says of a message what it is told to say. */
export async function aCallback(
  town: Town,
  { sid, to, attempt }: Sent,
  status: string,
  code: number,
): Promise<void> {
  const base = town.webhookUrl.replace(/webhook$/, 'status');
  const url = attempt ? `${base}?attempt=${attempt}` : base;
  const failed = status === 'failed' || status === 'undelivered';
  const form: Record<string, string> = {
    AccountSid: ACCOUNT_SID,
    MessageSid: sid,
    MessageStatus: status,
    To: to,
    ...(failed && { ErrorCode: String(code) }),
  };
  const headers = { 'X-Twilio-Signature': getExpectedTwilioSignature(AUTH_TOKEN, url, form) };
  const answer = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) });
  if (answer.status !== 204) throw new Error(`a callback was answered by ${answer.status}`);
}
