import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Client } from 'twilio/lib/base/BaseTwilio.js';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { Endpoints } from '../../config/endpoints.js';
import { secondsSince, twilioRequests } from '../../metrics.js';
import type { BoundedRequestClient } from './bounded-request.client.js';
import { NoAnswer, type TwilioAnswer } from './twilio-answer.js';

/** One request to api.twilio.com, below `/2010-04-01/Accounts/{sid}`. */
export interface TwilioCall {
  method: 'get' | 'post' | 'delete';
  /** Such as `.json` or `/Messages.json`, with its query. */
  path: string;
  form?: Record<string, string>;
  /** The body, where it is no form. */
  json?: object;
  /** Milliseconds since 1970: after it the request is neither sent nor waited for. */
  deadline: number;
}

/** The typing indicator (https://www.twilio.com/docs/whatsapp/api/typing-indicators-resource). */
const TYPING = 'https://messaging.twilio.com/v2/Indicators/Typing.json';

/** Where templates and other content are kept (https://www.twilio.com/docs/content/content-api-resources). */
const CONTENT = 'https://content.twilio.com/v1';

/** The requests that the metric tells apart; other paths may hold SIDs, which would grow without bound. */
const MEASURED = new Set([
  'get .json',
  'get /Messages.json',
  'post /Messages.json',
  'post /Typing.json',
  'get /ContentAndApprovals',
  'post /Content',
]);

interface Credentials {
  accountSid: string;
  username: string;
  password: string;
}

/**
 * Calls Twilio's REST API through Twilio's own client, which is imported when it is first wanted.
 * Answers of every status are returned; `NoAnswer` is thrown when none comes. The mailbox retries.
 */
@Injectable()
export class TwilioClient implements OnApplicationShutdown {
  private http?: BoundedRequestClient;
  private current?: { key: string; client: Promise<Client> };

  constructor(
    private readonly clock: Clock,
    private readonly endpoints: Endpoints,
  ) {}

  /**
   * Loads what `send` needs, which takes a second where the processor is busy: who records an attempt
   * before its request leaves waits before that. What fails here fails again at the request.
   */
  async ready(config: BotConfig): Promise<void> {
    await this.clientOf(keyOf(config)).catch(() => undefined);
  }

  /** Sends a request with the API key if one is configured, else with the account's SID and token. */
  send(config: BotConfig, call: TwilioCall): Promise<TwilioAnswer> {
    return this.request(keyOf(config), call);
  }

  /** Shows "typing…" to the sender of this message, by its SID, and marks it as read. */
  typing(config: BotConfig, messageId: string, deadline: number): Promise<TwilioAnswer> {
    const form = { channel: 'whatsapp', messageId };
    return this.request(
      keyOf(config),
      { method: 'post', path: '/Typing.json', form, deadline },
      TYPING,
    );
  }

  /** Sends a request to the Content API; its path is below `/v1`. */
  content(config: BotConfig, call: TwilioCall): Promise<TwilioAnswer> {
    return this.request(keyOf(config), call, CONTENT + call.path);
  }

  /** Reads what is at an address of any of Twilio's hosts, with the credentials of `send`. */
  read(config: BotConfig, url: string, deadline: number): Promise<TwilioAnswer> {
    const { pathname: path } = new URL(url);
    return this.request(keyOf(config), { method: 'get', path, deadline }, url);
  }

  /** Sends a request with the account's SID and token, even if an API key is configured. */
  sendAsAccount(config: BotConfig, call: TwilioCall): Promise<TwilioAnswer> {
    return this.request(accountOf(config), call);
  }

  /** Closes the connections to Twilio. */
  onApplicationShutdown(): void {
    this.http?.close();
  }

  private async request(
    credentials: Credentials,
    call: TwilioCall,
    uri = `https://api.twilio.com/2010-04-01/Accounts/${credentials.accountSid}${call.path}`,
  ): Promise<TwilioAnswer> {
    const client = await this.clientOf(credentials);
    const timeout = call.deadline - this.clock.now();
    if (timeout <= 0)
      throw new NoAnswer(false, 'the deadline passed before the request could leave');
    const { method, form, json } = call;
    const request = client.request({
      method,
      uri,
      data: json ?? form,
      ...(json && { headers: { 'Content-Type': 'application/json' } }),
      timeout,
    });
    const { statusCode: status, body, headers } = await timed(call, request);
    return { status, body, retryAfter: secondsOf(headers), date: dateOf(headers) };
  }

  private clientOf(credentials: Credentials): Promise<Client> {
    const key = JSON.stringify(credentials);
    if (this.current?.key !== key) this.current = { key, client: this.build(credentials) };
    return this.current.client;
  }

  private async build({ accountSid, username, password }: Credentials): Promise<Client> {
    const [{ default: Twilio }, { BoundedRequestClient }] = await Promise.all([
      // This module holds the same client and loads in a third of the package's time.
      import('twilio/lib/rest/Twilio.js'),
      import('./bounded-request.client.js'),
    ]);
    this.http ??= new BoundedRequestClient(() => ({
      'api.twilio.com': this.endpoints.twilioApiBase,
      'messaging.twilio.com': this.endpoints.twilioMessagingApiBase,
      'content.twilio.com': this.endpoints.twilioContentBase,
      'monitor.twilio.com': this.endpoints.twilioMonitorBase,
      'webhooks.twilio.com': this.endpoints.twilioWebhooksBase,
    }));
    // Without empty values here, the library would read TWILIO_EDGE and TWILIO_REGION itself.
    const options = {
      accountSid,
      edge: '',
      region: '',
      logLevel: 'none',
      httpClient: this.http as unknown as RequestClient,
    };
    return new Twilio(username, password, options);
  }
}

/** The header of HTTP's Basic authentication (RFC 7617), with the credentials of `send`. */
export function basicAuth(config: BotConfig): string {
  const { username, password } = keyOf(config);
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** The API key if one is configured, else the account's SID and token. */
function keyOf(config: BotConfig): Credentials {
  const { twilioApiKeySid: key, twilioApiKeySecret: secret } = config;
  const account = accountOf(config);
  return key && secret ? { ...account, username: key, password: secret } : account;
}

function accountOf({ twilioAccountSid, twilioAuthToken }: BotConfig): Credentials {
  const [accountSid, password] = [twilioAccountSid ?? '', twilioAuthToken ?? ''];
  return { accountSid, username: accountSid, password };
}

/** Awaits a request and measures how long Twilio took, by the class of its status. */
async function timed<T extends { statusCode: number }>(call: TwilioCall, request: Promise<T>) {
  const start = performance.now();
  let answer = 'none';
  try {
    const answered = await request;
    answer = `${Math.floor(answered.statusCode / 100)}xx`;
    return answered;
  } finally {
    const name = `${call.method} ${call.path.split('?')[0]}`;
    twilioRequests.observe(
      { ask: MEASURED.has(name) ? name : 'other', answer },
      secondsSince(start),
    );
  }
}

/** Retry-After in seconds (RFC 9110, section 10.2.3); a date or more than an hour is ignored. */
function secondsOf(headers: Record<string, unknown> | undefined): number | undefined {
  const seconds = Number(headers?.['retry-after']);
  return seconds > 0 && seconds <= 3600 ? seconds : undefined;
}

/** The Date header (RFC 9110, section 6.6.1), in milliseconds since 1970. */
function dateOf(headers: Record<string, unknown> | undefined): number | undefined {
  const date = Date.parse(String(headers?.date));
  return Number.isNaN(date) ? undefined : date;
}
