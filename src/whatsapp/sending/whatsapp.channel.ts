import { Injectable, Logger } from '@nestjs/common';
import { withScheme } from '../../address.js';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import type { LineId } from '../../config/lines/line.js';
import { Endpoints } from '../../config/endpoints.js';
import { type Attempt, Channel, type Verdict } from '../../mailbox/outbox/channel.js';
import type { Sender } from '../../mailbox/turns/first-attempt.js';
import type { PartContent, TemplateContent } from '../../mailbox/turns/part.js';
import { maskAddress } from '../../log/mask.js';
import { maskAddressesIn } from '../../log/redaction.js';
import { addToSpan, traced, traceparent } from '../../tracing/traced.js';
import { format } from '../formatting/formatter.js';
import { ANSWER_LIMIT, split, splitWhole } from '../formatting/splitter.js';
import { ContentResources } from './content/content-resources.js';
import { bodyOf, NoAnswer, type TwilioAnswer } from './twilio-answer.js';
import { TwilioClient } from './twilio.client.js';
import { answerVerdict, cannotSend, notSent, unknown } from './verdict.js';

/** Twilio's id of a message. A JSON caller's message has another one, which Twilio doesn't know. */
const TWILIO_SID = /^(?:SM|MM)[0-9a-fA-F]{32}$/;
/**
 * Asks Twilio to repeat a status callback that failed, up to five times within its 15 seconds. By
 * default it does only when it could not connect. What is behind the # is neither sent nor signed
 * (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
 */
const REPEATED = '#rc=5&rp=ct,rt,5xx';
/** Milliseconds that the typing indicator may take. */
const TYPING_MS = 3000;

/** Sends the mailbox's messages through Twilio's Messages API. */
@Injectable()
export class WhatsAppChannel extends Channel {
  private readonly logger = new Logger('WhatsApp');

  constructor(
    private readonly config: BotConfigService,
    private readonly endpoints: Endpoints,
    private readonly twilio: TwilioClient,
    private readonly clock: Clock,
    private readonly contents: ContentResources,
  ) {
    super();
  }

  /** The messages that an answer in Markdown is sent as. */
  parts(answer: string): string[] {
    // The splitter sends less than this; the cut bounds the work that an endless answer causes.
    return split(format(answer.slice(0, 4 * ANSWER_LIMIT)));
  }

  /** The messages that a text is sent as without any change of its formatting. */
  verbatim(text: string): string[] {
    return splitWhole(text);
  }

  /** Shows "typing…", for 25 seconds at most or until a message comes. What fails is for `debug`. */
  async typing(messageId: string, line?: LineId): Promise<void> {
    if (!TWILIO_SID.test(messageId)) return;
    try {
      const config = await this.config.current(line);
      if (config.typingIndicator === 'off' || missing(config)) return;
      const deadline = this.clock.now() + TYPING_MS;
      const { status } = await this.twilio.typing(config, messageId, deadline);
      if (status >= 300) this.logger.debug(`No typing indicator: HTTP ${status}.`);
    } catch (error) {
      this.logger.debug(`No typing indicator: ${maskAddressesIn((error as Error).message)}`);
    }
  }

  async sender(line?: LineId): Promise<Sender | undefined> {
    const config = await this.config.current(line);
    if (missing(config)) return undefined;
    await this.twilio.ready(config);
    const [from] = Object.values(senderOf(config));
    return { account: config.twilioAccountSid!, from };
  }

  /** Makes one attempt to send. It never throws: every failure becomes a verdict. */
  send(attempt: Attempt): Promise<Verdict> {
    const facts = { 'recado.attempt': attempt.id };
    return traced('send', { kind: 'client', facts }, async () => {
      const verdict = await this.trySending(attempt);
      addToSpan({ 'recado.verdict': verdict.kind, 'http.response.status_code': verdict.http });
      return verdict;
    });
  }

  /** Without the store it is refused once more, when its time has come. */
  async unfit({ body, content }: { body: string; content: PartContent }): Promise<void> {
    try {
      await this.contents.unfit(await this.config.current(), body, content);
    } catch (error) {
      this.logger.debug(`A refused resource is still known: ${(error as Error).message}`);
    }
  }

  private async trySending(attempt: Attempt): Promise<Verdict> {
    try {
      const { sender, line } = attempt;
      const config = await this.config.current(line);
      if (sender && sender.account !== config.twilioAccountSid)
        return notSent('The account was changed at this moment.');
      return missing(config) ?? (await this.create(config, attempt));
    } catch (error) {
      return this.withoutAnswer(error as Error, attempt);
    }
  }

  private async create(config: BotConfig, attempt: Attempt): Promise<Verdict> {
    const form = await this.formOf(config, attempt);
    const call = { path: '/Messages.json', form, deadline: attempt.deadline };
    const answer = await this.twilio.send(config, { method: 'post', ...call });
    const verdict = answerVerdict(answer);
    if (verdict.kind !== 'accepted') this.log(answer, attempt, verdict);
    const unfit = verdict.kind === 'dead' && verdict.unfit && attempt.content?.choices;
    if (unfit && form.ContentSid) await this.contents.refused(config, form.ContentSid);
    return { ...verdict, http: answer.status };
  }

  private async formOf(config: BotConfig, attempt: Attempt): Promise<Record<string, string>> {
    const { id, to, sender } = attempt;
    const callback = this.endpoints.statusCallbackUrl;
    const trace = traceparent();
    const query = `?attempt=${id}${trace ? `&traceparent=${trace}` : ''}`;
    return {
      To: withScheme(to),
      ...(await this.wordsOf(config, attempt)),
      ...(sender ? senderField(sender.from) : senderOf(config)),
      ...(callback && { StatusCallback: callback + query + REPEATED }),
    };
  }

  /** A text; or a resource of the Content API with its variables, which has no text beside it. */
  private async wordsOf(config: BotConfig, { body, content }: Attempt) {
    if (content?.template) return contentFields(content.template);
    const taps = content?.choices && config.replyButtons === 'on';
    const made = taps ? await this.contents.of(config, body, content) : undefined;
    return made ? contentFields(made) : { Body: body };
  }

  private log({ status, body }: TwilioAnswer, { id, to }: Attempt, { kind }: Verdict): void {
    const { code, message, more_info } = bodyOf(body);
    const masked = typeof message === 'string' ? maskAddressesIn(message) : undefined;
    const facts = {
      attempt: id,
      to: maskAddress(to),
      verdict: kind,
      status,
      code,
      message: masked,
    };
    this.logger.warn({ ...facts, more_info }, 'Twilio did not take a message');
  }

  private withoutAnswer(error: Error, { id, to }: Attempt): Verdict {
    // Any error but NoAnswer was thrown before the request was sent.
    const verdict =
      error instanceof NoAnswer && error.sent
        ? unknown({ message: maskAddressesIn(error.message) })
        : notSent(error.message);
    const facts = { attempt: id, to: maskAddress(to), verdict: verdict.kind };
    this.logger.warn({ ...facts, reason: maskAddressesIn(error.message) }, 'Twilio did not answer');
    return verdict;
  }
}

/** The form fields that name the sender: the Messaging Service if there is one, else the number. */
export function senderOf(config: BotConfig): Record<string, string> {
  const { twilioMessagingServiceSid: service, twilioWhatsappFrom: from } = config;
  const name = service ?? from;
  return name ? senderField(name) : {};
}

function contentFields({ sid, variables }: TemplateContent): Record<string, string> {
  const given = Object.keys(variables).length > 0;
  return { ContentSid: sid, ...(given && { ContentVariables: JSON.stringify(variables) }) };
}

/** A number has `whatsapp:` in front; anything else is the SID of a Messaging Service. */
function senderField(name: string): Record<string, string> {
  return name.startsWith('MG') ? { MessagingServiceSid: name } : { From: name };
}

/** A `stop` verdict when the account or the sender is not configured; undefined when both are. */
export function missing(config: BotConfig): Verdict | undefined {
  const put = 'in the environment, or by PUT /api/v1/bot/config.';
  const { twilioAccountSid, twilioAuthToken, twilioApiKeySid, twilioApiKeySecret } = config;
  if (!twilioAccountSid || !(twilioAuthToken || (twilioApiKeySid && twilioApiKeySecret))) {
    return cannotSend(
      'account',
      'no account',
      `Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN ${put}`,
    );
  }
  if (Object.keys(senderOf(config)).length) return undefined;
  return cannotSend('line', 'no sender', `Set TWILIO_WHATSAPP_FROM ${put}`);
}
