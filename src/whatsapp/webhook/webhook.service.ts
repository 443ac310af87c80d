import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { isSetUp, lineWrittenTo } from '../../config/lines/line.js';
import { Env } from '../../env/env.js';
import { secondsSince, webhookAck } from '../../metrics.js';
import type { MessageKind } from '../../chat/messages/message.js';
import type { Received } from '../../chat/messages/received.js';
import type { Accepted, Inbound } from '../../mailbox/intake/inbound.js';
import { IntakeService } from '../../mailbox/intake/intake.service.js';
import { Channel } from '../../mailbox/outbox/channel.js';
import { StatusUpdatesService } from '../../mailbox/outbox/status-updates.service.js';
import { StoredAnswerService } from '../../mailbox/turns/stored-answer.service.js';
import { FirstWebhooks } from '../records/first-webhooks.js';
import { firstCharacters } from '../formatting/graphemes.js';
import type { Form } from './form.js';
import { inboundOf } from './inbound-message.js';
import { receivedRequest } from './received-request.js';
import { isReceived, isStatus, statusOf } from './status.dto.js';
import type { WebhookAnswer } from './webhook-answer.dto.js';

/** Code points of the answer that a preview shows. */
const PREVIEW_CHARS = 100;
/** Names of fields that a line of the log shows. */
const MOST_FIELDS = 50;

/** Kinds of which a person may want to know that they came. */
const UNREAD = new Set<MessageKind>(['unknown', 'unsupported', 'system']);

/** Stores incoming messages. A message is durable before its request is answered. */
@Injectable()
export class WebhookService {
  private readonly logger = new Logger('WhatsApp');
  /** Each is told once. */
  private readonly told = new Set<string>();

  constructor(
    private readonly intake: IntakeService,
    private readonly answers: StoredAnswerService,
    private readonly channel: Channel,
    private readonly env: Env,
    private readonly firstWebhooks: FirstWebhooks,
    private readonly updates: StatusUpdatesService,
    private readonly config: BotConfigService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes what Twilio posts to the address for messages. Where that was given to Twilio for status
   * callbacks, too, these aren't taken for messages: the business would answer itself.
   */
  async take(request: Request): Promise<void> {
    const form = request.body as Form;
    if (!isStatus(form)) return void (await this.accept(request, 'webhook', true));
    this.tellOnce(STATUS_AT_WEBHOOK);
    await this.updates.take(statusOf(form, undefined));
  }

  /** Takes a status callback; and a message, where Twilio was given this address for messages. */
  async takeStatus(request: Request, attempt: unknown): Promise<void> {
    const form = request.body as Form;
    if (!isReceived(form)) return this.updates.take(statusOf(form, attempt));
    this.tellOnce(MESSAGE_AT_STATUS);
    await this.accept(request, 'status', true);
  }

  /**
   * Stores the message of a request's form. Throws a `Problem` (400) on an invalid sender or text;
   * of Twilio's own only when it has no sender. The store's error becomes a 503.
   */
  async accept(
    request: Request,
    via: Received['via'] = 'webhook',
    fromTwilio = false,
  ): Promise<Accepted> {
    const { arrivedAt } = request;
    const form = request.body as Form;
    if (fromTwilio) this.firstWebhooks.note(form.AccountSid, form.To);
    const inbound = inboundOf(form, { maxChars: this.env.MAX_INBOUND_CHARS, fromTwilio });
    const received = this.received(request, via, inbound);
    const accepted = await this.intake.accept({ ...inbound, received, arrivedAt });
    webhookAck.observe(secondsSince(arrivedAt));
    this.tellUnread(inbound, form);
    void this.tellUnset(inbound).catch(() => undefined);
    return accepted;
  }

  private received(request: Request, via: Received['via'], inbound: Inbound): Received {
    const at = Math.round(this.clock.now() - (performance.now() - request.arrivedAt));
    const text = inbound.details.media ? undefined : inbound.text;
    return { via, at, request: receivedRequest(request, text) };
  }

  /** For whoever keeps this program: what came that it can't read. Names of fields only, no values. */
  private tellUnread({ id, details }: Inbound, form: Form): void {
    const { kind, messageType } = details;
    if (!kind || !UNREAD.has(kind)) return;
    const fields = Object.keys(form).slice(0, MOST_FIELDS);
    this.logger.warn(
      { message: id, kind, messageType, fields },
      'A message of a kind that is not read',
    );
  }

  private async tellUnset({ to = {} }: Inbound): Promise<void> {
    const known = await this.config.knownLines();
    const line = lineWrittenTo(to, known);
    if (!isSetUp(line, known)) this.tellOnce(unset(line!));
  }

  private tellOnce(words: string): void {
    if (!this.told.has(words)) this.logger.warn(words);
    this.told.add(words);
  }

  /** Waits for the answer, for WEBHOOK_REPLY_WAIT_MS at most and until `gone` aborts. */
  async answerTo(accepted: Accepted, gone: AbortSignal): Promise<WebhookAnswer> {
    const { WEBHOOK_REPLY_WAIT_MS: wait } = this.env;
    const answer = await this.answers.answerTo(accepted, wait, gone);
    return {
      status: 'ok',
      conversation_id: accepted.conversationId,
      response_preview: answer && this.preview(answer),
    };
  }

  /** The beginning of the answer in WhatsApp's formatting, as it is sent; not its Markdown. */
  private preview(answer: string): string | null {
    const [sent] = this.channel.parts(answer);
    return sent ? firstCharacters(sent, PREVIEW_CHARS) : null;
  }
}

const STATUS_AT_WEBHOOK =
  'A status callback came to /api/v1/whatsapp/webhook: give Twilio /api/v1/whatsapp/status for them.';
const MESSAGE_AT_STATUS =
  'A message came to /api/v1/whatsapp/status: give Twilio /api/v1/whatsapp/webhook for them.';
const unset = (line: string) =>
  `A message came to ${line}, which is not set up: it is kept, and nobody answers it. Set the number up ` +
  'by PUT /api/v1/lines/:id/config, or in the console.';
