import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

/**
 * A request for the webhook as Twilio would sign it, from a sender that cannot be: who accepts
 * the signature refuses the sender (400) and keeps nothing.
 */
export function webhookProbe(url: string, accountSid: string, authToken: string) {
  const form = { AccountSid: accountSid, From: 'whatsapp:doctor', Body: 'Recado doctor' };
  const headers = { 'X-Twilio-Signature': getExpectedTwilioSignature(authToken, url, form) };
  return { form, headers };
}
