import { createHash } from 'node:crypto';
import { bare, type Message } from '../ledger/message.js';

type Form = Record<string, string>;

/** What Twilio says of the errors that are asked for most; the others have a general text. */
const MESSAGES: Record<number, string> = {
  63016: 'Failed to send freeform message because you are outside the allowed window.',
  63018: 'Rate limit exceeded for Channel',
  63024: 'Invalid message recipient',
  63049: 'Meta chose not to deliver this WhatsApp marketing message',
};

/**
 * The form of a status callback. Fields:
 * twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks.
 */
export function statusForm(accountSid: string, message: Message): Form {
  return {
    AccountSid: accountSid,
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: message.status,
    SmsStatus: message.status,
    From: message.from,
    To: message.to,
    ApiVersion: '2010-04-01',
    ChannelPrefix: 'whatsapp',
    ChannelToAddress: masked(bare(message.to)),
    ChannelInstallSid: `XE${digest(accountSid + message.from)}`,
    StructuredMessage: 'false',
    ...service(message),
    ...event(message),
    ...failure(message),
  };
}

export function errorText(code: number): string {
  return MESSAGES[code] ?? `The message failed with error ${code}`;
}

function service({ messagingServiceSid: sid }: Message): Form {
  return sid ? { MessagingServiceSid: sid } : {};
}

/** Only what WhatsApp itself reports is an event. */
function event({ status }: Message): Form {
  return status === 'delivered' || status === 'undelivered'
    ? { EventType: status.toUpperCase() }
    : {};
}

function failure({ errorCode: code }: Message): Form {
  if (code === null) return {};
  const text = errorText(code);
  return { ErrorCode: String(code), ErrorMessage: text, ChannelStatusMessage: text };
}

function masked(address: string): string {
  return address.replace(/\d{4}$/, 'XXXX');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
