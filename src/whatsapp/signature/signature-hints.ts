import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { HMAC_SHA1 } from 'twilio/lib/webhooks/webhooks.js';
import { signedFields } from './signed-fields.js';
import { type Variant, variants } from './signature-variants.js';
import type { Signer } from './signers.js';

/** HMAC-SHA1 or HMAC-SHA256 in base64 (https://www.twilio.com/docs/usage/security). */
const SIGNATURE = /^([A-Za-z0-9+/]{27}|[A-Za-z0-9+/]{43})=$/;
const SHA1_LENGTH = 28;

/**
 * The addresses that are tried for every refused request. Those with one difference come first. Where
 * no forwarded headers are, these are all there are for a webhook without a query.
 */
const FEW = 16;
/** How many kinds of what was found are remembered. */
const REMEMBERED = 4;

/** A refused request and everything that a hint is made from. */
export interface Refusal {
  publicUrl: string;
  /** The request's path and query, without the prefix of `publicUrl`. */
  path: string;
  headers: IncomingHttpHeaders;
  form: Record<string, unknown>;
  signature: string;
  /** The addresses that are accepted. */
  urls: string[];
  /** Who may have signed, whoever is meant first. */
  signers: Signer[];
}

/** A combination that may fit. */
interface Try {
  signer: Signer;
  variant: Variant;
}

/**
 * Works out what must change for a refused signature to fit. A fit can't be made up: who made it knows
 * one of our secrets, so it comes from Twilio, or is a copy of what did. Nothing else tells Twilio's
 * requests from those of a flood: headers, account and network can be anybody's. So a few tries are
 * made for every request, however many there are. They cost about what the check cost that refused
 * it. The many others are made at a bounded rate; what they find is remembered and is among the few
 * from then on, because Twilio signs its next request in the same way.
 */
export class SignatureHints {
  /** Of what was found: how the address differed. The newest first. */
  private remembered: string[] = [];

  /** By a few tries. Undefined when none fits. */
  byFew(refusal: Refusal): string | undefined {
    return this.find(refusal, this.few(refusal));
  }

  /** By all tries, some hundreds. Undefined when none fits. */
  byAll(refusal: Refusal): string | undefined {
    return this.find(refusal, all(refusal));
  }

  /** The likeliest signer at the likeliest addresses, and the others at the configured one. */
  few(refusal: Refusal): Try[] {
    const [first, ...others] = signersFor(refusal);
    if (!first) return [];
    const kinds = new Set(this.remembered);
    const found = variants(refusal.publicUrl, refusal.path, refusal.headers);
    const likely = found.filter((one, at) => at < FEW || kinds.has(kindOf(one)));
    const [url] = refusal.urls;
    const known = { url, differs: [] };
    return [
      ...likely.map((variant) => ({ signer: first, variant })),
      ...[first, ...others].map((signer) => ({ signer, variant: known })),
    ];
  }

  private find(refusal: Refusal, tries: Try[]): string | undefined {
    if (!isSignature(refusal.signature)) return undefined;
    const fields = signedFields(refusal.form);
    const given = Buffer.from(refusal.signature);
    // Among the tries is the accepted address: how long it takes must tell nobody its signature.
    const found = tries.find(({ signer, variant }) =>
      timingSafeEqual(Buffer.from(signed(signer, variant.url + fields)), given),
    );
    if (!found) return undefined;
    this.remember(kindOf(found.variant));
    return wording(found, refusal.publicUrl);
  }

  private remember(kind: string): void {
    const others = this.remembered.filter((one) => one !== kind);
    this.remembered = [kind, ...others].slice(0, REMEMBERED);
  }
}

/** Whether a value has the form of a signature. Anybody can make such a value up. */
export function isSignature(given: unknown): boolean {
  return typeof given === 'string' && SIGNATURE.test(given);
}

/** The signers whose algorithm gives a signature of this length. */
function signersFor({ signature, signers }: Refusal): Signer[] {
  const sha1 = signature.length === SHA1_LENGTH;
  return signers.filter(({ algorithm }) => (algorithm === HMAC_SHA1) === sha1);
}

function all(refusal: Refusal): Try[] {
  const known = refusal.urls.map((url): Variant => ({ url, differs: [] }));
  const tried = [...known, ...variants(refusal.publicUrl, refusal.path, refusal.headers)];
  return signersFor(refusal).flatMap((signer) => tried.map((variant) => ({ signer, variant })));
}

/** The way in which an address differs. */
function kindOf({ differs }: Variant): string {
  return differs.join('; ');
}

function signed({ secret, algorithm }: Signer, text: string): string {
  const hash = algorithm === HMAC_SHA1 ? 'sha1' : 'sha256';
  return createHmac(hash, secret).update(text, 'utf8').digest('base64');
}

function wording({ signer, variant: { url, differs } }: Try, publicUrl: string): string {
  const { name, cure } = signer;
  const what = [...differs, ...(cure ? [`signed with ${name}`] : [])].join('; ');
  const [bare] = url.split('?');
  const base = bare.replace(/\/api\/v1\/whatsapp\/\w+\/?$/, '');
  const elsewhere = base === publicUrl ? '' : `make PUBLIC_URL ${base}, or `;
  const remedies = [
    ...(differs.length ? [`${elsewhere}give Twilio the address that diag shows`] : []),
    ...(cure ? [cure] : []),
  ];
  return `It fits ${bare} (${what}): ${remedies.join(', and ')}.`;
}
