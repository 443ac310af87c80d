import { getExpectedTwilioSignature, HMAC_SHA256 } from 'twilio/lib/webhooks/webhooks.js';
import type { SharedKey } from '../../env/shared-keys.js';

const TEXT = 'Recado doctor';

/** The field of a probe that only this installation can read: see `ProbeChallenges`. */
export const CHALLENGE = 'RecadoChallenge';

/**
 * A request for the webhook, signed as Twilio would sign it, from nobody. A server that accepts the
 * signature refuses it with 400 for want of a sender and keeps nothing, so it may be sent at any time.
 * One with a challenge is answered with the proof that it came to the installation that sent it.
 */
export function webhookProbe(
  url: string,
  accountSid: string,
  signer: string | SharedKey,
  challenge?: string,
) {
  const form = {
    AccountSid: accountSid,
    Body: TEXT,
    ...(challenge !== undefined && { [CHALLENGE]: challenge }),
  };
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

/** Whether a form is of such a request: Twilio's always name a sender. */
export function isProbe(form: unknown): boolean {
  const { From, Body } = (form ?? {}) as { From?: unknown; Body?: unknown };
  return From === undefined && Body === TEXT;
}
