import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, vi } from 'vitest';
import { Clock } from '../../../src/clock.js';
import type { BotConfig } from '../../../src/config/bot-config.js';
import { BotConfigService } from '../../../src/config/bot-config.service.js';
import { Endpoints } from '../../../src/config/endpoints.js';
import { SecretKey } from '../../../src/config/secrets/secret-key.js';
import { Secrets } from '../../../src/config/secrets/secrets.js';
import { Env } from '../../../src/env/env.js';
import type { Accepted, Inbound } from '../../../src/mailbox/intake/inbound.js';
import { IntakeService } from '../../../src/mailbox/intake/intake.service.js';
import { Channel } from '../../../src/mailbox/outbox/channel.js';
import type { StatusUpdate } from '../../../src/mailbox/outbox/status-update.js';
import { StatusUpdatesService } from '../../../src/mailbox/outbox/status-updates.service.js';
import { StoredAnswerService } from '../../../src/mailbox/turns/stored-answer.service.js';
import { AcceptedSignatures } from '../../../src/whatsapp/signature/accepted-signatures.js';
import { ProbeChallenges } from '../../../src/whatsapp/signature/probe-challenges.js';
import { RefusedSignatures } from '../../../src/whatsapp/signature/refused-signatures.js';
import { format } from '../../../src/whatsapp/formatting/formatter.js';
import { split } from '../../../src/whatsapp/formatting/splitter.js';
import { FirstWebhooks } from '../../../src/whatsapp/records/first-webhooks.js';
import { SignatureGuard } from '../../../src/whatsapp/signature/signature.guard.js';
import { StatusController } from '../../../src/whatsapp/webhook/status.controller.js';
import { WebhookController } from '../../../src/whatsapp/webhook/webhook.controller.js';
import { WebhookService } from '../../../src/whatsapp/webhook/webhook.service.js';
import { startEdge } from './edge.js';

export const SID = `AC${'1'.repeat(32)}`;
export const TOKEN = 'the-token';
export const PUBLIC = 'https://bot.example.com';
export const WEBHOOK = '/api/v1/whatsapp/webhook';
export const STATUS = '/api/v1/whatsapp/status';
export const CONVERSATION = 'c0c0c0c0-0000-4000-8000-000000000001';
export const FORM = { From: 'whatsapp:+15005550006', Body: 'Hola 👋', AccountSid: SID };

/** A request, where it is otherwise than Twilio's usual one. */
export interface Sent {
  form?: Record<string, string | string[]>;
  path?: string;
  url?: string;
  token?: string;
  signature?: string | null;
  headers?: Record<string, string>;
}

/** What Twilio calls, between a mailbox and a configuration that the test plays. */
export class TwilioSide {
  app: NestExpressApplication;
  config: Partial<BotConfig> = { twilioAccountSid: SID, twilioAuthToken: TOKEN };
  /** What a reading of the store gives; `config` is what this node believes. */
  stored = this.config;
  readings = 0;

  private get knownLines() {
    const { twilioWhatsappFrom: from, twilioMessagingServiceSid: service } = this.config;
    return { lines: {}, from, service };
  }

  now = 1_000_000;
  readonly endpoints = { publicUrl: PUBLIC };
  secrets = new Secrets(Buffer.alloc(32, 7));
  readonly accepted: Inbound[] = [];
  readonly updates: Omit<StatusUpdate, 'progress'>[] = [];
  readonly logged: string[] = [];

  static async start(): Promise<TwilioSide> {
    const side = new TwilioSide();
    vi.spyOn(Logger.prototype, 'warn').mockImplementation((...words: unknown[]) => {
      side.logged.push(JSON.stringify(words));
    });
    const kept = [AcceptedSignatures, RefusedSignatures, ProbeChallenges];
    const providers = [WebhookService, SignatureGuard, ...kept, ...side.played()];
    side.app = await startEdge([WebhookController, StatusController], providers);
    return side;
  }

  accept({ id }: Inbound): Promise<Accepted> {
    return Promise.resolve({
      conversationId: CONVERSATION,
      messageId: id,
      duplicate: false,
      busy: false,
    });
  }

  answerTo(_to: Accepted, _waitMs: number, _signal?: AbortSignal): Promise<string | null> {
    return Promise.resolve('Buenos días');
  }

  /** A request as Twilio makes it, signed by Twilio's own helper. */
  post({ form = FORM, path = WEBHOOK, url, token = TOKEN, ...rest }: Sent = {}) {
    const signature = getExpectedTwilioSignature(token, url ?? PUBLIC + path, form);
    const call = request(this.app.getHttpServer()).post(path).type('form');
    for (const [name, value] of Object.entries(rest.headers ?? {})) void call.set(name, value);
    if (rest.signature !== null) void call.set('X-Twilio-Signature', rest.signature ?? signature);
    const pairs = Object.entries(form).flatMap(([n, v]) =>
      [v].flat().map((one): [string, string] => [n, one]),
    );
    return call.send(new URLSearchParams(pairs).toString());
  }

  async close(): Promise<void> {
    vi.restoreAllMocks();
    await this.app.close();
  }

  private played() {
    const mailbox = {
      accept: (inbound: Inbound) => (this.accepted.push(inbound), this.accept(inbound)),
      answerTo: (...asked: Parameters<TwilioSide['answerTo']>) => this.answerTo(...asked),
    };
    const statusUpdates = {
      take: ({ progress: _, ...update }: StatusUpdate) =>
        Promise.resolve(void this.updates.push(update)),
    };
    const settings = {
      current: () => Promise.resolve(this.config),
      knownLines: () => Promise.resolve(this.knownLines),
      fresh: () => (this.readings++, Promise.resolve(this.stored)),
    };
    return [
      { provide: IntakeService, useValue: mailbox },
      { provide: StoredAnswerService, useValue: mailbox },
      { provide: StatusUpdatesService, useValue: statusUpdates },
      { provide: Channel, useValue: { parts: (answer: string) => split(format(answer)) } },
      { provide: BotConfigService, useValue: settings },
      { provide: SecretKey, useValue: { secrets: () => Promise.resolve(this.secrets) } },
      { provide: Endpoints, useValue: this.endpoints },
      { provide: Env, useValue: Object.assign(new Env(), { WEBHOOK_REPLY_WAIT_MS: 1234 }) },
      { provide: FirstWebhooks, useValue: { note: () => undefined } },
      { provide: Clock, useValue: { now: () => this.now } },
    ];
  }
}

/** One for each test of a file. */
export function twilioSides(): () => TwilioSide {
  let side: TwilioSide;
  beforeEach(async () => void (side = await TwilioSide.start()));
  afterEach(() => side.close());
  return () => side;
}
