import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { maskAddressesIn } from '../../log/redaction.js';
import { type ListedMessage, listedMessage, nextPage, text } from './listed-message.js';
import { bodyOf, NoAnswer, type TwilioAnswer } from './twilio-answer.js';
import { TwilioClient } from './twilio.client.js';

/** Milliseconds that one request may take. */
const PAGE_MS = 10_000;
/** Messages of a page. Twilio's most is 1000; these come to 2 MB at most. */
const PAGE_SIZE = 100;
const HOST = 'https://api.twilio.com';

/** Which messages of the account are listed. Addresses as Twilio writes them. */
export interface LogQuery {
  to?: string;
  from?: string;
}

/** A page of Twilio's list, the newest messages first. */
export interface LogPage {
  messages: ListedMessage[];
  /** Asks for the page after it; undefined after the last one. */
  next?: string;
  /** Twilio's clock when it answered, in milliseconds since 1970; undefined if it didn't tell. */
  twilioNow?: number;
}

/** Twilio's list can't be read now. */
export class LogTrouble extends Error {
  override name = 'LogTrouble';
  /** `waitMs`: for how long Twilio wants to be left alone. */
  constructor(
    message: string,
    readonly waitMs = 0,
  ) {
    super(message);
  }
}

/** The latest request for the list, as `diag` shows it. */
export interface LatestLook {
  at: number;
  problem?: string;
}

/**
 * Reads the account's messages at Twilio (https://www.twilio.com/docs/messaging/api/message-resource).
 * It asks without a date: a message that still waits at Twilio has no DateSent, and each filter by
 * date misses it.
 */
@Injectable()
export class MessageLog {
  /** This process's latest request; undefined before the first one. */
  latest?: LatestLook;

  constructor(
    private readonly config: BotConfigService,
    private readonly twilio: TwilioClient,
    private readonly clock: Clock,
  ) {}

  /** Reads a page: the first one, or the one that `next` of the page before asks for. */
  async page({ to, from }: LogQuery, next?: string): Promise<LogPage> {
    const asked = {
      PageSize: String(PAGE_SIZE),
      ...(to && { To: to }),
      ...(from && { From: from }),
    };
    const query = next ?? new URLSearchParams(asked).toString();
    const { body, date } = await this.get(`/Messages.json?${query}`);
    const { messages, next_page_uri } = body as { messages?: unknown; next_page_uri?: unknown };
    if (!Array.isArray(messages)) throw this.trouble('what answers is not Twilio: no list came');
    return {
      messages: messages.map(listedMessage).filter((message) => message !== undefined),
      next: nextPage(next_page_uri),
      twilioNow: date,
    };
  }

  /**
   * The media of an inbound message: their addresses and types, as a webhook would name them. None
   * for a message that was deleted at Twilio.
   */
  async media(sid: string): Promise<{ url: string; contentType: string }[]> {
    const { status, body } = await this.get(`/Messages/${sid}/Media.json`, [200, 404]);
    if (status === 404) return [];
    const { media_list: list } = body as { media_list?: unknown };
    if (!Array.isArray(list)) throw this.trouble('what answers is not Twilio: no media came');
    return list.flatMap(({ uri, content_type }: Record<string, unknown>) => {
      const path = text(uri)?.replace(/\.json$/, '');
      const contentType = text(content_type) ?? 'application/octet-stream';
      return path ? [{ url: HOST + path, contentType }] : [];
    });
  }

  private async get(path: string, expected = [200]): Promise<TwilioAnswer> {
    const config = await this.config.current();
    const deadline = this.clock.now() + PAGE_MS;
    const answer = await this.twilio.send(config, { method: 'get', path, deadline }).catch((e) => {
      throw e instanceof NoAnswer ? this.trouble(`no answer: ${e.message}`) : e;
    });
    const { status, body, retryAfter = 0 } = answer;
    const { message, code } = bodyOf(body);
    const words = [`HTTP ${status}`, code, message].filter((word) => word && word !== status);
    if (!expected.includes(status)) throw this.trouble(words.join(', '), retryAfter * 1000);
    if (typeof body !== 'object' || !body) throw this.trouble('what answers is not Twilio');
    this.latest = { at: this.clock.now() };
    return answer;
  }

  private trouble(reason: string, waitMs?: number): LogTrouble {
    const problem = maskAddressesIn(reason);
    this.latest = { at: this.clock.now(), problem };
    return new LogTrouble(problem, waitMs);
  }
}
