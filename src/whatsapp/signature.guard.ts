import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { Clock } from '../clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { Endpoints } from '../config/endpoints.js';
import { Problem } from '../http/problem.js';
import { maskSid } from './address.js';
import { RefusedSignatures } from './refused-signatures.js';
import { SignedUrls } from './signed-urls.js';

const FORM = 'application/x-www-form-urlencoded';
/** Milliseconds between two readings of the configuration that strangers can cause. */
const REREAD_MS = 1000;

/** What the configuration says against a request; undefined when it is Twilio's. */
type Objection = 'not configured' | 'no signature' | 'wrong signature' | 'foreign account';

/**
 * Lets in what Twilio signed, by Twilio's own validator, over the form as it came: guards run
 * before any pipe. Before it refuses, it reads the configuration anew: a token that was changed
 * on another node a moment ago counts here too.
 */
@Injectable()
export class SignatureGuard implements CanActivate {
  private readonly logger = new Logger('Signature');
  #urls?: { publicUrl: string; signed: SignedUrls };
  /** Which of the addresses matched last: tried first the next time. */
  #likely = 0;
  #rereadAt = -Infinity;
  #reread?: Promise<BotConfig>;
  #warnedAt = -Infinity;

  constructor(
    private readonly config: BotConfigService,
    private readonly endpoints: Endpoints,
    private readonly refused: RefusedSignatures,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    let config = await this.config.current();
    let objection = this.#objection(request, config);
    if (objection && objection !== 'no signature') {
      config = await this.#readAnew();
      objection = this.#objection(request, config);
    }
    if (!objection) return true;
    throw this.#refusal(objection, request, config);
  }

  #objection(request: Request, config: BotConfig): Objection | undefined {
    const { twilioAccountSid, twilioAuthToken, twilioAuthTokenPrevious } = config;
    if (!twilioAccountSid || !twilioAuthToken) return 'not configured';
    const signature = request.headers['x-twilio-signature'];
    if (typeof signature !== 'string' || !signature) return 'no signature';
    if (!request.headers['content-type']?.toLowerCase().startsWith(FORM)) throw notAForm();
    const form = (request.body ?? {}) as Record<string, unknown>;
    const signed =
      this.#isSigned(twilioAuthToken, signature, request.originalUrl, form) ||
      (!!twilioAuthTokenPrevious &&
        this.#isSigned(twilioAuthTokenPrevious, signature, request.originalUrl, form));
    if (!signed) return 'wrong signature';
    const foreign = form.AccountSid !== undefined && form.AccountSid !== twilioAccountSid;
    return foreign ? 'foreign account' : undefined;
  }

  #isSigned(
    token: string,
    signature: string,
    path: string,
    form: Record<string, unknown>,
  ): boolean {
    const urls = this.#signedUrls(path);
    const likely = Math.min(this.#likely, urls.length - 1);
    if (validateRequest(token, signature, urls[likely], form)) return true;
    const found = urls.findIndex(
      (url, n) => n !== likely && validateRequest(token, signature, url, form),
    );
    if (found >= 0) this.#likely = found;
    return found >= 0;
  }

  #signedUrls(path: string): string[] {
    const { publicUrl } = this.endpoints;
    if (this.#urls?.publicUrl !== publicUrl) {
      this.#urls = { publicUrl, signed: new SignedUrls(publicUrl) };
    }
    return this.#urls!.signed.of(path);
  }

  #readAnew(): Promise<BotConfig> {
    if (this.clock.now() - this.#rereadAt >= REREAD_MS || !this.#reread) {
      this.#rereadAt = this.clock.now();
      this.#reread = this.config.fresh();
    }
    return this.#reread;
  }

  /** Once a second: strangers don't fill the log. `diag` has the last ones. */
  #warn(url: string, reason: string): void {
    if (this.clock.now() - this.#warnedAt < REREAD_MS) return;
    this.#warnedAt = this.clock.now();
    this.logger.warn({ url, reason }, 'Refused a request that should be from Twilio');
  }

  #refusal(objection: Objection, request: Request, config: BotConfig): Problem {
    if (objection === 'not configured') return notConfigured();
    const url = this.#signedUrls(request.originalUrl)[0];
    const reason = reasonOf(objection, request, config);
    this.refused.add(url, reason);
    this.#warn(url, reason);
    const detail = 'The request is not signed by the Twilio account that is configured here.';
    return new Problem(403, 'Forbidden', detail);
  }
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
