import { getExpectedTwilioSignature, HMAC_SHA256 } from 'twilio/lib/webhooks/webhooks.js';
import type { SharedKey } from '../../env/shared-keys.js';

const TEXT = 'Recado doctor';

/**
 * A request for the webhook, signed as Twilio would sign it, from nobody. A server that accepts the
 * signature refuses it with 400 for want of a sender and keeps nothing, so the doctor may send it.
 */
export function webhookProbe(url: string, accountSid: string, signer: string | SharedKey) {
  const form = { AccountSid: accountSid, Body: TEXT };
  if (typeof signer === 'string')
    return {
      form,
      headers: { 'X-Twilio-Signature': getExpectedTwilioSignature(signer, url, form) },
    };
  const signature = getExpectedTwilioSignature(signer.secret, url, form, HMAC_SHA256);
  const settings = `key=${signer.id},algorithm=${HMAC_SHA256}`;
  const headers = {
    'X-Twilio-Signature': signature,
    'X-Twilio-Webhooks-Signature-Settings': settings,
  };
  return { form, headers };
}

/** Whether a form is the doctor's. */
export function isProbe(form: unknown): boolean {
  const { From, Body } = (form ?? {}) as { From?: unknown; Body?: unknown };
  return From === undefined && Body === TEXT;
}
