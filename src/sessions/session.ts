/** Who wrote: a phone, a WhatsApp user id, or both. At least one of them is there. */
export interface Sender {
  /** E.164, with the plus. */
  phone?: string;
  /** Such as US.13491208655302741918. */
  userId?: string;
  profileName?: string;
}

/** One address of a sender (`wa_id`), and the conversation that it leads to. */
export interface Session {
  waId: string;
  conversationId: string;
  profileName?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

/** Where a sender's message belongs. */
export interface Resolved {
  conversationId: string;
  /** The conversation that has just become part of `conversationId`. */
  merged?: string;
}

export function addressesOf(sender: Sender): string[] {
  return [sender.phone, sender.userId].filter((address) => address !== undefined);
}
