/** The sender of a message, who has a phone, a WhatsApp user id, or both. */
export interface Sender {
  /** In E.164, with the plus. */
  phone?: string;
  /** A WhatsApp user id such as US.13491208655302741918. */
  userId?: string;
  profileName?: string;
}

/** One address of a sender (`wa_id`), and the conversation that it belongs to. */
export interface Session {
  waId: string;
  conversationId: string;
  profileName?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

/** The conversation that a sender's message belongs to. */
export interface Resolved {
  conversationId: string;
  /** A conversation that has just been merged into it. A worker moves its contents. */
  merged?: string;
}

/** Returns the sender's addresses, the phone first. */
export function addressesOf(sender: Sender): string[] {
  return [sender.phone, sender.userId].filter((address) => address !== undefined);
}
