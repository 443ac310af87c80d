import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SimulatorOptions } from '../../simulator.options.js';
import { newerPage } from '../lists/newer-pages.js';
import type { ListQuery } from '../lists/pages.js';
import { TwilioError } from '../twilio-error.js';
import { serviceResource } from './service-resource.js';

const SERVICE = /^MG[0-9a-fA-F]{32}$/;

/** When what was always there was made: the simulator makes no services. */
const MADE = '1970-01-01T00:00:00Z';

/**
 * The account's Messaging Services: as for sending, each SID of the right form is one. All have the
 * business's number in their pool, as a sender on WhatsApp; phone numbers are for SMS, and there are none
 * (https://www.twilio.com/docs/messaging/api/messaging-service-channelsender-resource).
 */
@Injectable()
export class MessagingServices {
  constructor(private readonly options: SimulatorOptions) {}

  /** The Service resource. Throws Twilio's 404 for what is no service's SID. */
  one(sid: string) {
    const { accountSid } = this.options;
    const url = this.urlOf(sid);
    return serviceResource({
      sid,
      accountSid,
      url,
      made: MADE,
      webhook: this.options.webhookUrl(),
    });
  }

  /** The phone numbers in its pool. Throws as `one`. */
  phoneNumbers(sid: string, query: ListQuery) {
    const url = `${this.urlOf(sid)}/PhoneNumbers`;
    return newerPage({ key: 'phone_numbers', all: [] as { sid: string }[], query, url });
  }

  /** The senders of other channels in its pool. Throws as `one`. */
  channelSenders(sid: string, query: ListQuery) {
    const url = `${this.urlOf(sid)}/ChannelSenders`;
    const { accountSid, from } = this.options;
    const sender = {
      account_sid: accountSid,
      messaging_service_sid: sid,
      sid: `XE${createHash('sha256').update(`${sid} ${from}`).digest('hex').slice(0, 32)}`,
      sender: from,
      sender_type: 'WhatsApp',
      country_code: 'US',
      date_created: MADE,
      date_updated: MADE,
    };
    const all = [{ ...sender, url: `${url}/${sender.sid}` }];
    return newerPage({ key: 'senders', all, query, url });
  }

  private urlOf(sid: string): string {
    if (!SERVICE.test(sid)) throw TwilioError.notFound(`/Services/${sid}`);
    return `${this.options.address()}/v1/Services/${sid}`;
  }
}
