import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Variant, variants } from './signature-variants.js';

/** An HMAC-SHA1 in base64, as Twilio sends it (https://www.twilio.com/docs/usage/security). */
const SIGNATURE = /^[A-Za-z0-9+/]{27}=$/;

/** A token that may have signed the request, and its name for the hint; empty for the configured one. */
export interface NamedToken {
  token: string;
  name: string;
}

/** A refused request and everything that a hint is made from. */
export interface Refusal {
  publicUrl: string;
  /** The request's path and query, without the prefix of `publicUrl`. */
  path: string;
  headers: IncomingHttpHeaders;
  form: Record<string, unknown>;
  signature: string;
  /** The addresses that are accepted, and the tokens, the configured one first. */
  urls: string[];
  tokens: NamedToken[];
}

/**
 * Says what must change for the signature to fit; undefined when no address and token that were tried
 * fit. A stranger's headers are repeated only if one of our tokens signed them.
 */
export function signatureHint(refusal: Refusal): string | undefined {
  if (!isSignature(refusal.signature)) return 'The header holds no signature of Twilio.';
  const known = refusal.urls.map((url): Variant => ({ url, differs: [] }));
  const tried = [...known, ...variants(refusal.publicUrl, refusal.path, refusal.headers)];
  const fields = signedFields(refusal.form);
  for (const { token, name } of refusal.tokens)
    for (const { url, differs } of tried)
      if (signed(token, url + fields) === refusal.signature)
        return wording({ url, differs }, name, refusal.publicUrl);
  return undefined;
}

/** Whether a value has the form of a signature. Anybody can make such a value up. */
export function isSignature(given: unknown): boolean {
  return typeof given === 'string' && SIGNATURE.test(given);
}

/**
 * The form as Twilio signs it (https://www.twilio.com/docs/usage/security): each name followed by
 * its value, sorted by name. A repeated field counts each of its values once.
 */
function signedFields(form: Record<string, unknown>): string {
  return Object.keys(form)
    .sort()
    .map((name) => {
      const values = [...new Set([form[name]].flat())].map(String).sort();
      return values.map((value) => name + value).join('');
    })
    .join('');
}

function signed(token: string, text: string): string {
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

function wording({ url, differs }: Variant, token: string, publicUrl: string): string {
  const what = [...differs, ...(token ? [`signed with ${token}`] : [])].join('; ');
  const [bare] = url.split('?');
  const base = bare.replace(/\/api\/v1\/whatsapp\/\w+\/?$/, '');
  const elsewhere = base === publicUrl ? '' : `make PUBLIC_URL ${base}, or `;
  const remedies = [
    ...(differs.length ? [`${elsewhere}give Twilio the address that diag shows`] : []),
    ...(token ? ["set twilio_auth_token to the account's auth token"] : []),
  ];
  return `It fits ${bare} (${what}): ${remedies.join(', and ')}.`;
}
