import { Injectable } from '@nestjs/common';
import { Env } from '../../env/env.js';
import { secondsSince, webhookAck } from '../../metrics.js';
import type { Accepted } from '../../mailbox/intake/inbound.js';
import { IntakeService } from '../../mailbox/intake/intake.service.js';
import { Channel } from '../../mailbox/outbox/channel.js';
import { StoredAnswerService } from '../../mailbox/turns/stored-answer.service.js';
import { firstCharacters } from '../formatting/graphemes.js';
import type { Form } from './form.js';
import { inboundOf } from './inbound-message.js';
import type { WebhookAnswer } from './webhook-answer.dto.js';

/** Code points of the answer that a preview shows. */
const PREVIEW_CHARS = 100;

/** Stores incoming messages. A message is durable before its request is answered. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly intake: IntakeService,
    private readonly answers: StoredAnswerService,
    private readonly channel: Channel,
    private readonly env: Env,
  ) {}

  /**
   * Stores the message of a form that came at `arrivedAt` (milliseconds of `performance.now()`).
   * Throws a `Problem` (400) on an invalid sender or text; the store's error becomes a 503.
   */
  async accept(form: Form, arrivedAt: number): Promise<Accepted> {
    const inbound = inboundOf(form, this.env.MAX_INBOUND_CHARS);
    const accepted = await this.intake.accept(inbound);
    webhookAck.observe(secondsSince(arrivedAt));
    return accepted;
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
