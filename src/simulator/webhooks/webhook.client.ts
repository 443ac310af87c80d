import http from 'node:http';
import https from 'node:https';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SimulatorOptions } from '../simulator.options.js';
import { type Connection, connectionOf, type Failure } from './connection-overrides.js';
import { exchange, NotConnected, type PreparedRequest, ReadTimedOut } from './webhook-exchange.js';
import { encoded, headersOf, type Signer, type WebhookForm } from './webhook-request.js';

/** What came back from a webhook. */
export interface WebhookAnswer {
  /** HTTP status; null when there was no answer. */
  status: number | null;
  contentType: string | null;
  body: string;
  attempts: number;
  /** Why there was no answer. */
  error: string | null;
  /** What was sent; null when nothing was. */
  request: SentRequest | null;
}

/** A request as it was sent. */
export interface SentRequest {
  method: string;
  /** Where it went. */
  url: string;
  /** The address that is signed: the public one. */
  signedUrl: string;
  headers: Record<string, string>;
  body: string;
}

/** What one attempt ended with. */
type Attempt = Omit<WebhookAnswer, 'attempts' | 'request'> & { failure?: Failure };

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
   * Never throws: what happened is in the answer. What follows # in the address says how it is
   * called, and is neither sent nor signed. Twilio names no pause between attempts: we make none.
   * @param event names what is told: its repeats carry the same idempotency token
   */
  async post(
    address: string,
    form: WebhookForm,
    event: string,
    signer: Signer,
  ): Promise<WebhookAnswer> {
    const connection = connectionOf(address);
    const signedUrl = address.split('#')[0];
    const request = this.prepare(signedUrl, form, event, signer);
    const sent = { ...sentIn(request), signedUrl };
    const giveUp = AbortSignal.timeout(connection.totalMs);
    for (let attempts = 1; ; attempts++) {
      const { failure, ...answer } = await attempt(request, connection, giveUp);
      const again = failure && connection.retriedAfter(failure) && attempts <= connection.retries;
      if (!again || giveUp.aborted) return { ...answer, attempts, request: sent };
    }
  }

  onModuleDestroy(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private prepare(url: string, form: WebhookForm, event: string, signer: Signer): PreparedRequest {
    const destination = this.options.route?.(url) ?? url;
    const target = new URL(destination);
    const body = encoded(form);
    const length = { 'Content-Length': Buffer.byteLength(body) };
    const headers = { ...headersOf(url, form, event, signer), ...length };
    const agent = this.agents[target.protocol as 'http:' | 'https:'];
    const path = asWritten(destination) ?? target.pathname + target.search;
    return { target, options: { method: 'POST', path, agent, headers }, body };
  }
}

/** Path and query as they were given, for that is signed; URL would write some characters anew. */
function asWritten(address: string): string | undefined {
  return /^https?:\/\/[^/?#]+(\/[!-~]*)$/i.exec(address)?.[1];
}

function sentIn({ target, options, body }: PreparedRequest): Omit<SentRequest, 'signedUrl'> {
  const headers = Object.entries(options.headers!).map(([name, value]) => [name, String(value)]);
  const url = target.origin + options.path;
  return { method: options.method!, url, headers: Object.fromEntries(headers), body };
}

async function attempt(
  request: PreparedRequest,
  connection: Connection,
  giveUp: AbortSignal,
): Promise<Attempt> {
  try {
    const answer = await exchange(request, connection, giveUp);
    return { ...answer, error: null, failure: failureOf(answer.status) };
  } catch (error) {
    return { status: null, contentType: null, body: '', ...told(error as Error, connection) };
  }
}

function failureOf(status: number): Failure | undefined {
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : undefined;
}

function told(
  error: Error & { code?: string },
  { totalMs, readMs }: Connection,
): { failure: Failure; error: string } {
  const connected = !(error instanceof NotConnected);
  const reason = connected ? error : (error.cause as typeof error);
  if (reason.name === 'AbortError') {
    return { failure: 'broken', error: `no answer within ${totalMs / 1000} s` };
  }
  if (error instanceof ReadTimedOut) {
    return { failure: 'rt', error: `nothing to read for ${readMs / 1000} s` };
  }
  return { failure: connected ? 'broken' : 'ct', error: reason.code ?? reason.message };
}
