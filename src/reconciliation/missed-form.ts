import type { Inbound } from '../mailbox/intake/inbound.js';
import type { ListedMessage } from '../whatsapp/sending/listed-message.js';
import { inboundOf } from '../whatsapp/webhook/inbound-message.js';

/** A medium, as a webhook would name it. */
export interface Medium {
  url: string;
  contentType: string;
}

/**
 * A listed message as its webhook would have brought it. The list has neither the sender's name nor
 * what isn't text or media, such as a place: a message that shows nothing is of a kind that can't be
 * read. Throws a `Problem` when nobody sent it.
 */
export function missedMessage(
  message: ListedMessage,
  account: string,
  media: Medium[],
  maxChars: number,
  foundAt: number,
): Inbound {
  const { sid, from, to, body, createdAt, messagingServiceSid: service } = message;
  const files = media.flatMap(({ url, contentType }, n) => [
    [`MediaUrl${n}`, url],
    [`MediaContentType${n}`, contentType],
  ]);
  const form = {
    MessageSid: sid,
    AccountSid: account,
    From: from ?? '',
    To: to,
    // By it a line is known that is a Messaging Service.
    ...(service && { MessagingServiceSid: service }),
    Body: body,
    NumMedia: String(media.length),
    ...(!body.trim() && !media.length && { MessageType: 'not_listed' }),
    ...Object.fromEntries(files),
  };
  const received = { via: 'list', at: foundAt } as const;
  return { ...inboundOf(form, { maxChars, fromTwilio: true }), receivedAt: createdAt, received };
}
