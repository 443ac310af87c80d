import type { Request } from 'express';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { BotConfig } from '../../config/bot-config.js';
import type { Endpoints } from '../../config/endpoints.js';
import { FORM, isForm } from '../../http/edge/body-parsers.js';
import { Problem } from '../../http/problems/problem.js';
import { maskSid } from '../../log/mask.js';
import { checkedForm } from './signed-fields.js';
import { SignedUrls } from './signed-urls.js';
import { type Signer, signersOf } from './signers.js';

/** Why a request is not accepted as Twilio's. */
export interface Objection {
  /** A few kinds: the metric's labels. */
  kind: 'not configured' | 'no signature' | 'unknown key' | 'wrong signature' | 'foreign account';
  /** For the operator. */
  reason: string;
  /** What to do if the request is Twilio's all the same. */
  advice?: string;
}

/** Who signed a request, or why it is refused. */
export type Checked = { signedBy: string } | { objection: Objection };

/** Checks a request's signature by Twilio's own validator, over the form as it came. */
export class SignatureCheck {
  private signed?: { publicUrl: string; urls: SignedUrls };
  /** The index of the address that matched last; it is tried first the next time. */
  private likely = 0;

  constructor(private readonly endpoints: Endpoints) {}

  /** Throws a `Problem` (415) for what is signed and no form. */
  of(request: Request, config: BotConfig): Checked {
    const { twilioAccountSid: sid, twilioAuthToken } = config;
    if (!sid || !twilioAuthToken) return objection('not configured', '');
    const signature = request.headers['x-twilio-signature'];
    if (typeof signature !== 'string' || !signature)
      return objection('no signature', 'no X-Twilio-Signature header');
    if (!isForm(request)) throw notAForm();
    const signers = signersOf(request.headers, config);
    if (!Array.isArray(signers)) return { objection: { kind: 'unknown key', ...signers } };
    const form = (request.body ?? {}) as Record<string, unknown>;
    const checked = checkedForm(form);
    const signer = signers.find((one) => this.isSigned(one, signature, request.url, checked));
    if (!signer) return objection('wrong signature', misfit(signers));
    if (form.AccountSid === undefined || form.AccountSid === sid) return { signedBy: signer.name };
    const given = maskSid(String(form.AccountSid));
    return objection(
      'foreign account',
      `AccountSid ${given} is not the configured ${maskSid(sid)}`,
    );
  }

  /** The addresses that are accepted for a path with its query. */
  urlsOf(path: string): string[] {
    const { publicUrl } = this.endpoints;
    if (this.signed?.publicUrl !== publicUrl)
      this.signed = { publicUrl, urls: new SignedUrls(publicUrl) };
    return this.signed.urls.of(path);
  }

  private isSigned(
    { secret, algorithm }: Signer,
    signature: string,
    path: string,
    form: Record<string, unknown>,
  ): boolean {
    const urls = this.urlsOf(path);
    const fits = (url: string) => validateRequest(secret, signature, url, form, algorithm);
    const likely = Math.min(this.likely, urls.length - 1);
    if (fits(urls[likely])) return true;
    const found = urls.findIndex((url, n) => n !== likely && fits(url));
    if (found >= 0) this.likely = found;
    return found >= 0;
  }
}

function objection(kind: Objection['kind'], reason: string): Checked {
  return { objection: { kind, reason } };
}

function misfit(signers: Signer[]): string {
  const [{ algorithm, name }] = signers;
  const whom = algorithm === 'HMAC_SHA1' ? 'neither token' : `not ${name}`;
  return `the signature fits ${whom} at this address`;
}

function notAForm(): Problem {
  return new Problem(415, 'Unsupported Media Type', `Send a form: Content-Type: ${FORM}.`);
}
