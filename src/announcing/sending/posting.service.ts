import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { Clock } from '../../clock.js';
import { Egress } from '../../egress/egress.js';
import { EgressError } from '../../egress/egress.error.js';
import { type Announcement, webhookId } from '../announcements/announcement.js';
import type { TestedEndpoint } from '../announcements/announcement.dto.js';
import { AllowedHosts } from '../targets/allowed-hosts.js';
import { EndpointsService } from '../targets/endpoints.service.js';
import { TEST } from '../targets/news-type.js';
import type { Target } from '../targets/target.js';
import { WebhookSecrets } from '../targets/webhook-secrets.js';
import { payloadOf, type Subject } from './payload.js';

/** Milliseconds that an endpoint has for its answer. */
const TIMEOUT_MS = 15_000;

/** A try that failed, and why. `gone`: the endpoint says that it wants nothing more, for good. */
export interface NotTaken {
  error: string;
  gone?: true;
}

/** Posts news to endpoints, signed by Standard Webhooks (https://www.standardwebhooks.com). */
@Injectable()
export class PostingService {
  constructor(
    private readonly endpoints: EndpointsService,
    private readonly secrets: WebhookSecrets,
    private readonly egress: Egress,
    private readonly hosts: AllowedHosts,
    private readonly clock: Clock,
  ) {}

  /** Posts once. Returns why it wasn't taken; undefined where it was. */
  async post(
    target: Target,
    announcement: Announcement,
    subject: Subject,
  ): Promise<NotTaken | undefined> {
    const body = payloadOf(announcement, subject);
    const url = target.url!;
    try {
      const status = await this.egress.post(url, {
        headers: await this.headersOf(target, webhookId(announcement), body),
        body: Buffer.from(body),
        mayBeAnywhere: this.hosts.allow(url),
        timeoutMs: TIMEOUT_MS,
      });
      return notTaken(status);
    } catch (error) {
      return { error: wordsOf(error as Error) };
    }
  }

  /** Posts a test. Throws a `Problem` (404) for an unknown endpoint. */
  async test(id: string): Promise<TestedEndpoint> {
    const target = await this.endpoints.webhook(id);
    const when = { happenedAt: this.clock.now(), dueAt: 0, tries: 1, facts: {} };
    const one = { ...when, id: randomUUID(), targetId: id, type: TEST, state: 'waiting' } as const;
    const failed = await this.post(target, one, {});
    return { delivered: !failed, error: failed?.error ?? null };
  }

  private async headersOf(target: Target, id: string, body: string) {
    const at = new Date(this.clock.now());
    const signature = new Webhook(await this.secrets.open(target)).sign(id, at, body);
    return {
      Accept: '*/*',
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'User-Agent': 'Recado (webhooks)',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signature,
    };
  }
}

function notTaken(status: number): NotTaken | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 410) return { error: 'It answers HTTP 410: it wants nothing more.', gone: true };
  if (status >= 300 && status < 400)
    return {
      error: `It answers HTTP ${status}, a redirect, which is not followed: give the address.`,
    };
  return { error: `It answers HTTP ${status}, where 2xx says that it was taken.` };
}

/** The way out's words are of pages that are fetched, as far as it refuses. */
function wordsOf(error: Error): string {
  if (error instanceof EgressError && error.reason === 'refused')
    return 'It leads to an address that is not public: name its host in WEBHOOK_ALLOWED_HOSTS.';
  return error.message;
}
