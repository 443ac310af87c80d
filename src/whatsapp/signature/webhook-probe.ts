import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

/** A sender that no message can have. */
const PROBE = 'whatsapp:doctor';

/**
 * A request for the webhook, signed as Twilio would sign it, with an invalid sender. A server that
 * accepts the signature refuses the sender with 400 and keeps nothing, so the doctor may send it.
 */
export function webhookProbe(url: string, accountSid: string, authToken: string) {
  const form = { AccountSid: accountSid, From: PROBE, Body: 'Recado doctor' };
  const headers = { 'X-Twilio-Signature': getExpectedTwilioSignature(authToken, url, form) };
  return { form, headers };
}

/** Whether a form is the doctor's. */
export function isProbe(form: unknown): boolean {
  return (form as { From?: unknown } | undefined)?.From === PROBE;
}
