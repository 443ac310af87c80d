import type { MessageDetails } from '../../chat/messages/message.js';

/** A message as the edge hands it over: checked, cleaned, not yet durable. */
export interface Inbound {
  /** Twilio's MessageSid, or a made-up key where a caller gave none. */
  id: string;
  /** E.164, with the plus. */
  phone?: string;
  /** A WhatsApp user id such as US.13491208655302741918. At least one of the two is there. */
  userId?: string;
  /** Empty only with media, a location or a button. */
  text: string;
  profileName?: string;
  details: MessageDetails;
}

/** A message that was taken in, now or before. */
export interface Accepted {
  conversationId: string;
  messageId: string;
  /** Seen before: nothing was stored, the first one's answer counts. */
  duplicate: boolean;
}

/** What a repeated webhook of an erased message hears: it is known, and there is nothing of it. */
export function acceptedOnceErased(messageId: string): Accepted {
  return { conversationId: '00000000-0000-0000-0000-000000000000', messageId, duplicate: true };
}
