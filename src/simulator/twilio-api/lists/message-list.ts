import { Injectable } from '@nestjs/common';
import { type Message, senderOf } from '../../ledger/message.js';
import { Messages } from '../../ledger/messages.js';
import { SimulatorOptions } from '../../simulator.options.js';
import { dateFilter } from './dates.js';
import { type ListQuery, page } from './pages.js';
import { accountUri, messageResource } from '../resources.js';

/**
 * Twilio's list of messages, newest first, by `To`, `From`, `DateSent`, `DateSent<`, `DateSent>`:
 * twilio.com/docs/messaging/api/message-resource.
 */
@Injectable()
export class MessageList {
  constructor(
    private readonly messages: Messages,
    private readonly options: SimulatorOptions,
  ) {}

  page(query: ListQuery) {
    const { accountSid } = this.options;
    const path = `${accountUri(accountSid)}/Messages.json`;
    const { items, envelope } = page({
      path,
      query,
      all: this.candidates(query),
      matches: matcher(query),
    });
    return { ...envelope, messages: items.map((message) => messageResource(accountSid, message)) };
  }

  /** We find by the address in the query that isn't one of the business's numbers. */
  private candidates({ To, From }: ListQuery): readonly Message[] {
    const isOurs = (one: string) => one === this.options.from || this.messages.isNumber(one);
    const party = [To, From].find((address) => address && !isOurs(address));
    return party === undefined ? this.messages.all() : this.messages.with(party);
  }
}

/** A message that has not been sent yet has no date: each filter by date misses it. */
function matcher(query: ListQuery): (message: Message) => boolean {
  const dated = dateFilter(query);
  return (message) => {
    if (message.deleted) return false;
    if (query.To && message.to !== query.To) return false;
    if (query.From && senderOf(message) !== query.From) return false;
    return !dated || (message.sentAt !== null && dated(message.sentAt));
  };
}
