import { Injectable } from '@nestjs/common';
import type { Message } from '../ledger/message.js';
import { accountUri, messageResource } from './resources.js';
import { Messages } from '../ledger/messages.js';
import { SimulatorOptions } from '../simulator.options.js';
import { TwilioError } from './twilio-error.js';

/** The decoded query of a list: `To`, `From`, `DateSent`, `DateSent<`, `DateSent>`, `PageSize`. */
export type ListQuery = Record<string, string | undefined>;

const DAY_MS = 24 * 3_600_000;
const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 1000;

/** Twilio's list of messages, newest first: twilio.com/docs/messaging/api/message-resource. */
@Injectable()
export class MessageList {
  constructor(
    private readonly messages: Messages,
    private readonly options: SimulatorOptions,
  ) {}

  page(query: ListQuery) {
    const size = pageSize(query.PageSize);
    const number = Number(query.Page ?? 0) || 0;
    const found = this.newest(query, query.PageToken?.slice('PA'.length), size + 1);
    const shown = found.slice(0, size);
    const next = found.length > size ? shown.at(-1)!.sid : undefined;
    return {
      ...this.places(query, number, next),
      page: number,
      page_size: size,
      start: number * size,
      end: number * size + shown.length - 1,
      messages: shown.map((message) => messageResource(this.options.accountSid, message)),
    };
  }

  /** @param after the last SID of the page before */
  private newest(query: ListQuery, after: string | undefined, limit: number): Message[] {
    const party = this.other(query);
    const candidates = party === undefined ? this.messages.all() : this.messages.with(party);
    const matches = matcher(query);
    const found: Message[] = [];
    let i = after ? candidates.findLastIndex(({ sid }) => sid === after) : candidates.length;
    while (--i >= 0 && found.length < limit) if (matches(candidates[i])) found.push(candidates[i]);
    return found;
  }

  /** The address in the query that isn't ours: we find by it. */
  private other({ To, From }: ListQuery): string | undefined {
    return [To, From].find((address) => address && address !== this.options.from);
  }

  private places(query: ListQuery, page: number, next?: string) {
    const path = `${accountUri(this.options.accountSid)}/Messages.json`;
    const at = (changes: ListQuery) => `${path}?${encoded({ ...query, ...changes })}`;
    return {
      uri: at({}),
      first_page_uri: at({ Page: '0', PageToken: undefined }),
      previous_page_uri: null,
      next_page_uri: next ? at({ Page: String(page + 1), PageToken: `PA${next}` }) : null,
    };
  }
}

function pageSize(given?: string): number {
  const size = Number(given ?? PAGE_SIZE);
  if (Number.isInteger(size) && size > 0) return Math.min(size, MAX_PAGE_SIZE);
  throw new TwilioError(400, 20001, 'Page size must be a whole number above 0');
}

/** A message that has not been sent yet has no date: each filter by date misses it. */
function matcher(query: ListQuery): (message: Message) => boolean {
  const from = span(query['DateSent>'])?.[0];
  const until = span(query['DateSent<'])?.[1];
  const on = span(query.DateSent);
  const dated = from !== undefined || until !== undefined || on !== undefined;
  return (message) => {
    if (query.To && message.to !== query.To) return false;
    if (query.From && message.from !== query.From) return false;
    if (!dated) return true;
    const at = message.sentAt;
    if (at === null || at < (from ?? -Infinity) || at > (until ?? Infinity)) return false;
    return !on || (at >= on[0] && at <= on[1]);
  };
}

/** The first and last millisecond that a date (a whole day, UTC) or a time (a second) means. */
function span(given?: string): [number, number] | undefined {
  if (!given) return undefined;
  const start = Date.parse(given);
  if (Number.isNaN(start)) throw new TwilioError(400, 20001, `Invalid date: ${given}`);
  return [start, start + (given.includes('T') ? 1_000 : DAY_MS) - 1];
}

function encoded(query: ListQuery): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return new URLSearchParams(given).toString();
}
