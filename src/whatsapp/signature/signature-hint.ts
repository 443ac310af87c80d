import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Variant, variants } from './signature-variants.js';

/** A base64 SHA-1, as Twilio sends it. */
const SIGNATURE = /^[A-Za-z0-9+/]{27}=$/;

/** A token that may have signed, and which one it is. */
export interface NamedToken {
  token: string;
  name: string;
}

export interface Refusal {
  publicUrl: string;
  /** The request's path and query, without the prefix of `publicUrl`. */
  path: string;
  headers: IncomingHttpHeaders;
  form: Record<string, unknown>;
  signature: string;
  /** The addresses that count, and the tokens: the configured one first. */
  urls: string[];
  tokens: NamedToken[];
}

/**
 * What would have to be otherwise for the signature to fit; undefined when nothing that was tried
 * does. What a stranger's headers say is repeated only where one of our tokens signed it.
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

/** Whether it looks like one; anybody can make that up. */
export function isSignature(given: unknown): boolean {
  return typeof given === 'string' && SIGNATURE.test(given);
}

/** Twilio's rule: names in order, each with its value; of a repeated one, each value once. */
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
  const cures = [
    ...(differs.length ? [`${elsewhere}give Twilio the address that diag shows`] : []),
    ...(token ? ["set twilio_auth_token to the account's auth token"] : []),
  ];
  return `It fits ${bare} (${what}): ${cures.join(', and ')}.`;
}
