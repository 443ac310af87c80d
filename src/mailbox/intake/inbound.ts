import type { MessageDetails } from '../../chat/messages/message.js';
import type { LineId, WrittenTo } from '../../config/lines/line.js';
import type { Received } from '../../chat/messages/received.js';

/** A message as the webhook hands it over: validated, but not durable yet. */
export interface Inbound {
  /** What it was written to, as the channel tells it. */
  to?: WrittenTo;
  /** The line that this is; undefined for the default one. `IntakeService` finds it. */
  line?: LineId;
  /** Twilio's MessageSid, or a random id if the caller gave none. */
  id: string;
  /** In E.164, with the plus. */
  phone?: string;
  /** A WhatsApp user id such as US.13491208655302741918. A message has this, a phone or both. */
  userId?: string;
  /** More user ids of the same person. */
  otherIds?: string[];
  /** What was written or chosen; empty where the message is something else, see `details.kind`. */
  text: string;
  profileName?: string;
  /** When the channel received it, where that is long ago; in milliseconds since 1970. */
  receivedAt?: number;
  details: MessageDetails;
  /** How it came in. */
  received?: Received;
  /** When its request came, of `performance.now()`. */
  arrivedAt?: number;
}

/** A message that is durable, since now or before. */
export interface Accepted {
  conversationId: string;
  messageId: string;
  /** The message was stored before. It isn't stored or answered again. */
  duplicate: boolean;
  /**
   * Its mailbox was in work, or waits for a time, when the message came: only then must a wish be seen
   * at once. Any other mailbox is looked at next, and its wishes first.
   */
  busy: boolean;
}

/** The result for a repeated webhook of an erased message, which has no conversation any more. */
export function acceptedOnceErased(messageId: string): Accepted {
  return {
    conversationId: '00000000-0000-0000-0000-000000000000',
    messageId,
    duplicate: true,
    busy: false,
  };
}
