import { bare, senderOf, type Attachment, type Message } from '../ledger/message.js';
import { errorText } from '../webhooks/status-form.js';

const API = '/2010-04-01';

/** A time as Twilio's older API writes it: RFC 2822, UTC. */
function rfc2822(milliseconds: number): string {
  return new Date(milliseconds).toUTCString().replace('GMT', '+0000');
}

export function accountUri(accountSid: string): string {
  return `${API}/Accounts/${accountSid}`;
}

/** The Message resource: twilio.com/docs/messaging/api/message-resource. */
export function messageResource(accountSid: string, message: Message) {
  const uri = `${accountUri(accountSid)}/Messages/${message.sid}`;
  const inbound = message.direction === 'inbound';
  const from = senderOf(message);
  return {
    account_sid: accountSid,
    api_version: API.slice(1),
    body: message.redacted ? '' : message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: inbound ? 'inbound' : 'outbound-api',
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : errorText(message.errorCode),
    from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(message.media.length),
    // Counted when a sender is picked, for each channel counts in its own way.
    num_segments: from === null ? '0' : '1',
    price: null,
    price_unit: null,
    sid: message.sid,
    // The sender sees that it was read; to the account it stays received.
    status: inbound ? 'received' : message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

/** The Media resource: twilio.com/docs/messaging/api/media-resource. */
export function mediaResource(accountSid: string, message: Message, media: Attachment) {
  return {
    account_sid: accountSid,
    content_type: media.contentType,
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.createdAt),
    parent_sid: message.sid,
    sid: media.sid,
    uri: `${accountUri(accountSid)}/Messages/${message.sid}/Media/${media.sid}.json`,
  };
}

/** The Account resource: twilio.com/docs/iam/api/account. */
export function accountResource(accountSid: string, from: string) {
  const uri = accountUri(accountSid);
  return {
    sid: accountSid,
    friendly_name: `Simulator (${bare(from)})`,
    owner_account_sid: accountSid,
    status: 'active',
    type: 'Full',
    date_created: rfc2822(0),
    date_updated: rfc2822(0),
    subresource_uris: { messages: `${uri}/Messages.json` },
    uri: `${uri}.json`,
  };
}
