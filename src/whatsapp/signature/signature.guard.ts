import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Endpoints } from '../../config/endpoints.js';
import { Env } from '../../env/env.js';
import { refusedSignatures } from '../../metrics.js';
import { FORM, isForm } from '../../http/edge/body-parsers.js';
import { Problem } from '../../http/problems/problem.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { maskSid } from '../../log/mask.js';
import { RefusedSignatures } from './refused-signatures.js';
import { isSignature, type NamedToken, signatureHint } from './signature-hint.js';
import { SignedUrls } from './signed-urls.js';

/** Milliseconds between two reads of the configuration that refused requests can cause. */
const REREAD_MS = 1000;

/** Why a request is not accepted as Twilio's. */
type Objection = 'not configured' | 'no signature' | 'wrong signature' | 'foreign account';

/**
 * Accepts only requests that Twilio signed (https://www.twilio.com/docs/usage/security). Twilio's own
 * validator checks the form as it came, because guards run before pipes. Before the guard refuses a
 * request, it reads the configuration anew: another node may have changed the token a moment ago.
 */
@Injectable()
export class SignatureGuard implements CanActivate {
  private urls?: { publicUrl: string; signed: SignedUrls };
  /** The index of the address that matched last; it is tried first the next time. */
  private likely = 0;
  private rereadAt = -Infinity;
  private reread?: Promise<BotConfig>;

  constructor(
    private readonly config: BotConfigService,
    private readonly endpoints: Endpoints,
    private readonly refused: RefusedSignatures,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Throws a `Problem`: 403 for a wrong signature, 415 for no form, 503 without an account. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    let config = await this.config.current();
    let objection = this.objection(request, config);
    if (objection && objection !== 'no signature') {
      config = await this.readAnew();
      objection = this.objection(request, config);
    }
    if (!objection) return true;
    throw this.refusal(objection, request, config);
  }

  private objection(request: Request, config: BotConfig): Objection | undefined {
    const { twilioAccountSid, twilioAuthToken, twilioAuthTokenPrevious } = config;
    if (!twilioAccountSid || !twilioAuthToken) return 'not configured';
    const signature = request.headers['x-twilio-signature'];
    if (typeof signature !== 'string' || !signature) return 'no signature';
    if (!isForm(request)) throw notAForm();
    const form = (request.body ?? {}) as Record<string, unknown>;
    const signed =
      this.isSigned(twilioAuthToken, signature, request.url, form) ||
      (!!twilioAuthTokenPrevious &&
        this.isSigned(twilioAuthTokenPrevious, signature, request.url, form));
    if (!signed) return 'wrong signature';
    const foreign = form.AccountSid !== undefined && form.AccountSid !== twilioAccountSid;
    return foreign ? 'foreign account' : undefined;
  }

  private isSigned(
    token: string,
    signature: string,
    path: string,
    form: Record<string, unknown>,
  ): boolean {
    const urls = this.signedUrls(path);
    const likely = Math.min(this.likely, urls.length - 1);
    if (validateRequest(token, signature, urls[likely], form)) return true;
    const found = urls.findIndex(
      (url, n) => n !== likely && validateRequest(token, signature, url, form),
    );
    if (found >= 0) this.likely = found;
    return found >= 0;
  }

  private signedUrls(path: string): string[] {
    const { publicUrl } = this.endpoints;
    if (this.urls?.publicUrl !== publicUrl) {
      this.urls = { publicUrl, signed: new SignedUrls(publicUrl) };
    }
    return this.urls!.signed.of(path);
  }

  private readAnew(): Promise<BotConfig> {
    if (this.clock.now() - this.rereadAt >= REREAD_MS || !this.reread) {
      this.rereadAt = this.clock.now();
      this.reread = this.config.fresh();
    }
    return this.reread;
  }

  private hint(request: Request, config: BotConfig): () => string | undefined {
    const { url: path, headers, body } = request;
    return () =>
      signatureHint({
        publicUrl: this.endpoints.publicUrl,
        path,
        headers,
        form: (body ?? {}) as Record<string, unknown>,
        signature: String(headers['x-twilio-signature']),
        urls: this.signedUrls(path),
        tokens: namedTokens(config, this.env),
      });
  }

  private refusal(objection: Objection, request: Request, config: BotConfig): Problem {
    if (objection === 'not configured') return notConfigured();
    refusedSignatures.inc({ reason: objection });
    const [url] = this.signedUrls(request.url);
    const { AccountSid } = (request.body ?? {}) as Record<string, unknown>;
    const marks = {
      ours: AccountSid === config.twilioAccountSid || objection === 'foreign account',
      signed: isSignature(request.headers['x-twilio-signature']),
    };
    const explain = objection === 'wrong signature' ? this.hint(request, config) : undefined;
    this.refused.add(url, reasonOf(objection, request, config), marks, explain);
    const detail = 'The request is not signed by the Twilio account that is configured here.';
    return new Problem(403, 'Forbidden', detail);
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
    ProblemResponse(403, 'Not signed by the Twilio account that is configured here.'),
  );
}

/** The tokens that may have signed, each with its name for the hint; each token once. */
function namedTokens(config: BotConfig, env: Env): NamedToken[] {
  const named: [string | undefined, string][] = [
    [config.twilioAuthToken, ''],
    [config.twilioAuthTokenPrevious, 'the previous auth token'],
    [env.TWILIO_AUTH_TOKEN, "the environment's TWILIO_AUTH_TOKEN, which a stored one overrides"],
    [config.twilioApiKeySecret, "the API key's secret, which never signs at Twilio"],
  ];
  const known = new Set<string>();
  return named.flatMap(([token, name]) =>
    token && !known.has(token) && known.add(token) ? { token, name } : [],
  );
}

function reasonOf(objection: Objection, request: Request, config: BotConfig): string {
  if (objection === 'no signature') return 'no X-Twilio-Signature header';
  if (objection === 'wrong signature') return 'the signature fits neither token at this address';
  const given = maskSid(String((request.body as Record<string, unknown>).AccountSid));
  return `AccountSid ${given} is not the configured ${maskSid(config.twilioAccountSid!)}`;
}

function notConfigured(): Problem {
  const detail =
    'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the environment, or by PUT /api/v1/bot/config.';
  return new Problem(503, "Twilio isn't configured", detail);
}

function notAForm(): Problem {
  return new Problem(415, 'Unsupported Media Type', `Send a form: Content-Type: ${FORM}.`);
}
