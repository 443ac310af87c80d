import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Env } from '../../env/env.js';
import { callerGone } from '../../http/caller-gone.js';
import { secondsSince, webhookAck } from '../../metrics.js';
import type { Accepted } from '../../mailbox/intake/inbound.js';
import { MailboxService } from '../../mailbox/intake/mailbox.service.js';
import { Channel } from '../../mailbox/outbox/channel.js';
import { firstCharacters } from '../sending/graphemes.js';
import { inboundOf } from './inbound-message.js';
import { sendEmptyXml, wantsXml, type WebhookAnswer } from './webhook-answer.dto.js';

const PREVIEW_CHARS = 100;

/** Takes a message in. Whatever it answers, the message is durable before. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly mailbox: MailboxService,
    private readonly channel: Channel,
    private readonly env: Env,
  ) {}

  /** Throws a `Problem` (400) on an invalid sender or text; the store's error becomes a 503. */
  async receive(request: Request, response: Response): Promise<void> {
    const inbound = inboundOf(request.body, this.env.MAX_INBOUND_CHARS);
    const accepted = await this.mailbox.accept(inbound);
    webhookAck.observe(secondsSince(request.arrivedAt));
    if (wantsXml(request)) return sendEmptyXml(response);
    const answer: WebhookAnswer = {
      status: 'ok',
      conversation_id: accepted.conversationId,
      response_preview: await this.preview(accepted, callerGone(response)),
    };
    response.status(200).json(answer);
  }

  /** How the answer begins as it is sent: in WhatsApp's formatting, not in Markdown. */
  private async preview(accepted: Accepted, gone: AbortSignal): Promise<string | null> {
    const { WEBHOOK_REPLY_WAIT_MS: wait } = this.env;
    const answer = await this.mailbox.answerTo(accepted, wait, gone);
    const [sent] = answer ? this.channel.parts(answer) : [];
    return sent ? firstCharacters(sent, PREVIEW_CHARS) : null;
  }
}
