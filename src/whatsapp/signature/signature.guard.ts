import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Endpoints } from '../../config/endpoints.js';
import { Env } from '../../env/env.js';
import { refusedSignatures } from '../../metrics.js';
import { AddressCounts } from '../../http/edge/address-counts.js';
import { Problem } from '../../http/problems/problem.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { AcceptedSignatures } from './accepted-signatures.js';
import { type Explanation, RefusedSignatures } from './refused-signatures.js';
import { type Objection, SignatureCheck } from './signature-check.js';
import { isSignature, type Refusal, SignatureHints } from './signature-hints.js';
import { suspects } from './signers.js';
import { isProbe } from './webhook-probe.js';

/** Milliseconds between two reads of the configuration that refused requests can cause. */
const REREAD_MS = 1000;
/** Requests without a signature that one address has a minute, before it is told to slow down. */
const UNSIGNED_A_MINUTE = 120;
const NO_FORM = 'The header holds no signature of Twilio.';

/**
 * Accepts only requests that Twilio signed (https://www.twilio.com/docs/usage/security). Twilio's own
 * validator checks the form as it came, because guards run before pipes. Before the guard refuses a
 * request, it reads the configuration anew: another node may have changed a token or a key a moment
 * ago.
 *
 * Who floods it without a signature is told to slow down (429). What Twilio signed is never: the
 * signature is looked at first, since behind a proxy all callers may have one address. Nor is what has a
 * signature that doesn't fit, which is Twilio's where our token is wrong.
 */
@Injectable()
export class SignatureGuard implements CanActivate {
  private readonly check: SignatureCheck;
  private readonly hints = new SignatureHints();
  private readonly unsigned: AddressCounts;
  private rereadAt = -Infinity;
  private reread?: Promise<BotConfig>;

  constructor(
    private readonly config: BotConfigService,
    private readonly endpoints: Endpoints,
    private readonly accepted: AcceptedSignatures,
    private readonly refused: RefusedSignatures,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {
    this.check = new SignatureCheck(endpoints);
    this.unsigned = new AddressCounts(clock);
  }

  /** Throws a `Problem`: 403 for a wrong signature, 415 for no form, 429 for a flood, 503 without an account. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const known = await this.config.current();
    let checked = this.check.of(request, known);
    if ('signedBy' in checked) return this.accept(request, checked.signedBy);
    const config = checked.objection.kind === 'no signature' ? known : await this.readAnew();
    // The same object: nothing has changed, and the same check would cost as much again.
    if (config !== known) checked = this.check.of(request, config);
    if ('signedBy' in checked) return this.accept(request, checked.signedBy);
    throw this.refusal(checked.objection, request, config);
  }

  private accept(request: Request, signedBy: string): true {
    request.signedBy = signedBy;
    if (!isProbe(request.body)) this.accepted.add(signedBy);
    return true;
  }

  private readAnew(): Promise<BotConfig> {
    if (this.clock.now() - this.rereadAt >= REREAD_MS || !this.reread) {
      this.rereadAt = this.clock.now();
      this.reread = this.config.fresh();
    }
    return this.reread;
  }

  private refusal(objection: Objection, request: Request, config: BotConfig): Problem {
    const { kind, reason } = objection;
    if (kind === 'not configured') return notConfigured();
    refusedSignatures.inc({ reason: kind });
    const signed = isSignature(request.headers['x-twilio-signature']);
    if (!signed && this.unsigned.add(request.ip ?? '', 1) > UNSIGNED_A_MINUTE)
      return slowDown(this.unsigned.leftMs());
    const [url] = this.check.urlsOf(request.url);
    const { AccountSid } = (request.body ?? {}) as Record<string, unknown>;
    const marks = {
      ours: AccountSid === config.twilioAccountSid || kind === 'foreign account',
      signed,
      keyed: kind === 'unknown key',
    };
    this.refused.add(url, reason, marks, this.explanation(objection, request, config));
    const detail = 'The request is not signed by the Twilio account that is configured here.';
    return new Problem(403, 'Forbidden', detail);
  }

  private explanation(
    { kind, advice }: Objection,
    { url: path, headers, body }: Request,
    config: BotConfig,
  ): Explanation {
    if (kind !== 'wrong signature' && kind !== 'unknown key') return {};
    const signature = String(headers['x-twilio-signature']);
    if (!isSignature(signature)) return { advice: NO_FORM };
    const refusal: Refusal = {
      publicUrl: this.endpoints.publicUrl,
      path,
      headers,
      form: (body ?? {}) as Record<string, unknown>,
      signature,
      urls: this.check.urlsOf(path),
      signers: suspects(headers, config, this.env),
    };
    const byAll = () => this.hints.byAll(refusal);
    return { byFew: () => this.hints.byFew(refusal), byAll, advice };
  }
}

/** Describes in OpenAPI what the signature guard requires of a route; it checks nothing itself. */
export function SignedByTwilio(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'X-Twilio-Signature',
      required: false,
      description: 'By the auth token, over the public address and the form. 403 without it.',
    }),
    ApiHeader({
      name: 'X-Twilio-Webhooks-Signature-Settings',
      required: false,
      description:
        '`key=<id>,algorithm=HMAC_SHA256`: signed with this one of twilio_shared_keys instead.',
    }),
    ProblemResponse(403, 'Not signed by the Twilio account that is configured here.'),
    ProblemResponse(429, 'Too many requests without a signature, from one address in a minute.'),
  );
}

function slowDown(leftMs: number): Problem {
  const headers = { 'Retry-After': String(Math.ceil(leftMs / 1000)) };
  const detail = 'Too many requests without a signature. What Twilio signs is taken at any time.';
  return new Problem(429, 'Too Many Requests', detail, { headers });
}

function notConfigured(): Problem {
  const detail =
    'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the environment, or by PUT /api/v1/bot/config.';
  return new Problem(503, "Twilio isn't configured", detail);
}
