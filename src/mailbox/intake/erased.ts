import type { Accepted } from './inbound.js';

/** What a repeated webhook of an erased message hears: it is known, and there is nothing of it. */
export function acceptedOnceErased(messageId: string): Accepted {
  return { conversationId: '00000000-0000-0000-0000-000000000000', messageId, duplicate: true };
}
