import http from 'node:http';
import https from 'node:https';
import { createHash } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
// Only the webhook helpers: the whole of twilio takes a while to load.
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { SimulatorOptions } from '../simulator.options.js';
import { exchange, NotConnected } from './webhook-exchange.js';

/** Twilio's defaults: 15 s for all of it, and one more attempt when nothing could be connected. */
const TOTAL_MS = 15_000;
const ATTEMPTS = 2;

/** What came back from a webhook. */
export interface WebhookAnswer {
  /** HTTP status; null when there was no answer. */
  status: number | null;
  contentType: string | null;
  body: string;
  attempts: number;
  /** Why there was no answer. */
  error: string | null;
}

/** Posts signed forms as Twilio does. Webhooks: twilio.com/docs/usage/webhooks. */
@Injectable()
export class WebhookClient implements OnModuleDestroy {
  // A connection each: on a kept one, a reset can't be told from a request that was never seen.
  private readonly agents = {
    'http:': new http.Agent({ keepAlive: false, maxSockets: 256 }),
    'https:': new https.Agent({ keepAlive: false, maxSockets: 256 }),
  };

  constructor(private readonly options: SimulatorOptions) {}

  /**
   * Never throws: what happened is in the answer.
   * @param event names what is told: its repeats carry the same idempotency token
   */
  async post(address: string, form: Record<string, string>, event: string): Promise<WebhookAnswer> {
    const url = address.split('#')[0]; // what follows # configures Twilio and is neither sent nor signed
    const request = this.prepare(url, form, event);
    const giveUp = AbortSignal.timeout(TOTAL_MS);
    for (let attempts = 1; ; attempts++) {
      try {
        return { ...(await exchange(request, giveUp)), attempts, error: null };
      } catch (error) {
        const again = error instanceof NotConnected && !giveUp.aborted && attempts < ATTEMPTS;
        if (!again) return unanswered(error as Error, attempts);
      }
    }
  }

  onModuleDestroy(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private prepare(url: string, form: Record<string, string>, event: string) {
    const { authToken } = this.options;
    const destination = this.options.route?.(url) ?? url;
    const target = new URL(destination);
    const body = new URLSearchParams(form).toString();
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'TwilioProxy/1.1',
      Accept: '*/*',
      'I-Twilio-Idempotency-Token': uuidOf(event),
      'X-Twilio-Signature': webhooks.getExpectedTwilioSignature(authToken, url, form),
    };
    const agent = this.agents[target.protocol as 'http:' | 'https:'];
    const path = asWritten(destination) ?? target.pathname + target.search;
    return { target, options: { method: 'POST', path, agent, headers }, body };
  }
}

/** Path and query as they were given, for that is signed; URL would write some characters anew. */
function asWritten(address: string): string | undefined {
  return /^https?:\/\/[^/?#]+(\/[!-~]*)$/i.exec(address)?.[1];
}

function unanswered(error: Error & { code?: string }, attempts: number): WebhookAnswer {
  const reason = error instanceof NotConnected ? (error.cause as typeof error) : error;
  const words = reason.name === 'AbortError' ? 'no answer within 15 s' : reason.code;
  return { status: null, contentType: null, body: '', attempts, error: words ?? reason.message };
}

function uuidOf(event: string): string {
  const hex = createHash('sha256').update(event).digest('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...groups, hex.slice(20, 32)].join('-');
}
