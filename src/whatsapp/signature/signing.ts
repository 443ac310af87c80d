import webhooks from 'twilio/lib/webhooks/webhooks.js';

/**
 * Returns the X-Twilio-Signature of a webhook's form, as Twilio signs it with an auth token
 * (https://www.twilio.com/docs/usage/webhooks/webhooks-security).
 */
export function signatureOf(url: string, form: Record<string, string>, authToken: string): string {
  return webhooks.getExpectedTwilioSignature(authToken, url, form);
}
