// Only the webhook helpers: the whole of twilio takes a while to load.
import webhooks from 'twilio/lib/webhooks/webhooks.js';

/** X-Twilio-Signature for a form posted to an address, by Twilio's own helper. */
export function signature(authToken: string, url: string, form: Record<string, string>): string {
  return webhooks.getExpectedTwilioSignature(authToken, url, form);
}
