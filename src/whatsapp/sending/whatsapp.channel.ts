import { Injectable, Logger } from '@nestjs/common';
import { withScheme } from '../../address.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Endpoints } from '../../config/endpoints.js';
import { type Attempt, Channel, type Verdict } from '../../mailbox/outbox/channel.js';
import { maskAddress } from '../../log/mask.js';
import { maskAddressesIn } from '../../log/redaction.js';
import { format } from './formatter.js';
import { ANSWER_LIMIT, split, splitWhole } from './splitter.js';
import { bodyOf, NoAnswer, type TwilioAnswer } from './twilio-answer.js';
import { TwilioClient } from './twilio.client.js';
import { answerVerdict, cannotSend, notSent, unknown } from './verdict.js';

/** The mailbox's way out: Twilio's Messages API. */
@Injectable()
export class WhatsAppChannel extends Channel {
  private readonly logger = new Logger('WhatsApp');

  constructor(
    private readonly config: BotConfigService,
    private readonly endpoints: Endpoints,
    private readonly twilio: TwilioClient,
  ) {
    super();
  }

  parts(answer: string): string[] {
    // Far beyond what is sent: an answer without end costs no more than a long one.
    return split(format(answer.slice(0, 4 * ANSWER_LIMIT)));
  }

  verbatim(text: string): string[] {
    return splitWhole(text);
  }

  async send(attempt: Attempt): Promise<Verdict> {
    try {
      const config = await this.config.current();
      return missing(config) ?? (await this.create(config, attempt));
    } catch (error) {
      return this.withoutAnswer(error as Error, attempt);
    }
  }

  private async create(config: BotConfig, attempt: Attempt): Promise<Verdict> {
    const form = this.formOf(config, attempt);
    const call = { path: '/Messages.json', form, deadline: attempt.deadline };
    const answer = await this.twilio.send(config, { method: 'post', ...call });
    const verdict = answerVerdict(answer);
    if (verdict.kind !== 'accepted') this.log(answer, attempt, verdict);
    return verdict;
  }

  private formOf(config: BotConfig, { id, to, body }: Attempt): Record<string, string> {
    const callback = this.endpoints.statusCallbackUrl;
    return {
      To: withScheme(to),
      Body: body,
      ...senderOf(config),
      ...(callback && { StatusCallback: `${callback}?attempt=${id}` }),
    };
  }

  private log({ status, body }: TwilioAnswer, { id, to }: Attempt, { kind }: Verdict): void {
    const { code, message, more_info } = bodyOf(body);
    const said = typeof message === 'string' ? maskAddressesIn(message) : undefined;
    const facts = { attempt: id, to: maskAddress(to), verdict: kind, status, code, message: said };
    this.logger.warn({ ...facts, more_info }, 'Twilio did not take a message');
  }

  private withoutAnswer(error: Error, { id, to }: Attempt): Verdict {
    // What isn't a NoAnswer was thrown here, before any request.
    const verdict =
      error instanceof NoAnswer && error.sent
        ? unknown({ message: maskAddressesIn(error.message) })
        : notSent(error.message);
    const facts = { attempt: id, to: maskAddress(to), verdict: verdict.kind };
    this.logger.warn({ ...facts, reason: maskAddressesIn(error.message) }, 'Twilio did not answer');
    return verdict;
  }
}

/** Who it is from: the Messaging Service where there is one, else the number. */
export function senderOf(config: BotConfig): Record<string, string> {
  const { twilioMessagingServiceSid: service, twilioWhatsappFrom: from } = config;
  if (service) return { MessagingServiceSid: service };
  return from ? { From: from } : {};
}

/** Without an account or a sender nothing can leave. */
export function missing(config: BotConfig): Verdict | undefined {
  const put = 'in the environment, or by PUT /api/v1/bot/config.';
  const { twilioAccountSid, twilioAuthToken, twilioApiKeySid, twilioApiKeySecret } = config;
  if (!twilioAccountSid || !(twilioAuthToken || (twilioApiKeySid && twilioApiKeySecret))) {
    return cannotSend('no account', `Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN ${put}`);
  }
  if (Object.keys(senderOf(config)).length) return undefined;
  return cannotSend('no sender', `Set TWILIO_WHATSAPP_FROM ${put}`);
}
