import { Injectable } from '@nestjs/common';
import { Clock } from '../../../clock.js';
import type { BotConfig } from '../../../config/bot-config.js';
import { maskAddressesIn } from '../../../log/redaction.js';
import { nextPage, text } from '../listed-message.js';
import { bodyOf, NoAnswer, type TwilioAnswer } from '../twilio-answer.js';
import { TwilioClient, type TwilioCall } from '../twilio.client.js';
import { type Template, templateOf } from './template.js';

/** Milliseconds that one request may take. */
const REQUEST_MS = 10_000;
/** WhatsApp has room for 6,000 approved templates of an account. */
const [PAGE_SIZE, MOST_PAGES] = [200, 40];

/** Twilio's Content API can't be asked now, or refuses. */
export class ContentTrouble extends Error {
  override name = 'ContentTrouble';
}

/** Templates and buttons, as Twilio keeps them (https://www.twilio.com/docs/content). */
@Injectable()
export class ContentApi {
  constructor(
    private readonly twilio: TwilioClient,
    private readonly clock: Clock,
  ) {}

  /** All templates of the account, with WhatsApp's decision on each. Throws `ContentTrouble`. */
  async templates(config: BotConfig): Promise<Template[]> {
    const found: Template[] = [];
    let query: string | undefined = `PageSize=${PAGE_SIZE}`;
    for (let pages = 0; query && pages < MOST_PAGES; pages++) {
      const path = `/ContentAndApprovals?${query}`;
      const body = await this.ask(config, { method: 'get', path, deadline: this.inTime() });
      const { contents, meta } = body as { contents?: unknown; meta?: { next_page_url?: unknown } };
      if (!Array.isArray(contents)) throw new ContentTrouble('what answers is not Twilio');
      found.push(...contents.map(templateOf).filter((one) => one !== undefined));
      query = nextPage(meta?.next_page_url);
    }
    return found;
  }

  /** Makes a resource, and returns its ContentSid. Throws `ContentTrouble`. */
  async make(config: BotConfig, json: object, deadline: number): Promise<string> {
    const body = await this.ask(config, { method: 'post', path: '/Content', json, deadline });
    const sid = text(bodyOf(body).sid);
    if (!sid) throw new ContentTrouble('what answers is not Twilio');
    return sid;
  }

  /** Deletes a resource. Throws `ContentTrouble`. */
  async remove(config: BotConfig, sid: string): Promise<void> {
    const path = `/Content/${sid}`;
    await this.ask(config, { method: 'delete', path, deadline: this.inTime() });
  }

  private async ask(config: BotConfig, call: TwilioCall): Promise<unknown> {
    const { status, body } = await this.twilio.content(config, call).catch(troubled);
    if (status >= 200 && status < 300) return body;
    const { code, message } = bodyOf(body);
    const words = [`HTTP ${status}`, code, message].filter((word) => word && word !== status);
    throw new ContentTrouble(maskAddressesIn(words.join(', ')));
  }

  private inTime(): number {
    return this.clock.now() + REQUEST_MS;
  }
}

function troubled(error: Error): TwilioAnswer {
  if (!(error instanceof NoAnswer)) throw error;
  throw new ContentTrouble(`no answer: ${maskAddressesIn(error.message)}`);
}
