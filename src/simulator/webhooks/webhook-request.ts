import { createHash } from 'node:crypto';
// Only the webhook helpers: the whole of twilio takes a while to load.
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { Problem } from '../../http/problems/problem.js';
import type { SharedKey } from '../../env/shared-keys.js';
import type { SimulatorOptions } from '../simulator.options.js';

/** The fields of a webhook; a list is a field that is repeated. */
export type WebhookForm = Record<string, string | string[]>;

/** What signs a webhook: the account's auth token, or a SharedKey, which is named in a header. */
export type Signer = { authToken: string } | SharedKey;

/** As asked; else by the SharedKey where there is one. Throws 409 when one is asked for and missing. */
export function signerOf(options: SimulatorOptions, byKey = !!options.sharedKey): Signer {
  if (!byKey) return { authToken: options.authToken };
  const key = options.sharedKey ?? options.spareKey;
  if (key) return key;
  const detail =
    'Start the simulator with SIMULATOR_SHARED_KEY=id=secret to sign with a SharedKey.';
  throw new Problem(409, 'Conflict', detail);
}

/** The same signer with a secret that isn't theirs. */
export function forged(signer: Signer): Signer {
  const wrong = (secret: string) => `not ${secret}`;
  if ('authToken' in signer) return { authToken: wrong(signer.authToken) };
  return { ...signer, secret: wrong(signer.secret) };
}

export function encoded(form: WebhookForm): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  );
  return new URLSearchParams(pairs).toString();
}

/** @param event names what is told: its repeats carry the same idempotency token */
export function headersOf(url: string, form: WebhookForm, event: string, signer: Signer) {
  return {
    'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'User-Agent': 'TwilioProxy/1.1',
    Accept: '*/*',
    'I-Twilio-Idempotency-Token': uuidOf(event),
    ...signature(url, form, signer),
  };
}

/** Security: twilio.com/docs/usage/webhooks/webhooks-security and …/webhook-shared-keys. */
function signature(url: string, form: WebhookForm, signer: Signer): Record<string, string> {
  if ('authToken' in signer) {
    const signed = webhooks.getExpectedTwilioSignature(signer.authToken, url, form);
    return { 'X-Twilio-Signature': signed };
  }
  const algorithm = webhooks.HMAC_SHA256;
  return {
    'X-Twilio-Signature': webhooks.getExpectedTwilioSignature(signer.secret, url, form, algorithm),
    'X-Twilio-Webhooks-Signature-Settings': `key=${signer.id},algorithm=${algorithm}`,
  };
}

function uuidOf(event: string): string {
  const hex = createHash('sha256').update(event).digest('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...groups, hex.slice(20, 32)].join('-');
}
