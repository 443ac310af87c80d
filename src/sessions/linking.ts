import type { Sender, Session } from './session.js';

/** What the store knows of a sender's two addresses before a message. */
export interface Known {
  phone?: Session;
  user?: Session;
  /** The user id in the phone's conversation, if it has one. */
  userOfPhone?: string;
  /** Whether the phone's conversation is older than the user id's. */
  phoneIsOlder?: boolean;
}

/** What is to be done so that a sender's addresses lead to one conversation. */
export type Link =
  /** Nothing is to be done: they lead to this conversation already. */
  | { kind: 'known'; conversationId: string }
  /** The sender is new and gets a new conversation. */
  | { kind: 'create' }
  /** The other address is new and becomes an alias of the conversation. */
  | { kind: 'alias'; address: string; conversationId: string }
  /** Both conversations belong to one person: the younger is merged into the older. */
  | { kind: 'merge'; older: string; younger: string }
  /** The phone belongs to another person now: it moves to `to`, or to a new conversation. */
  | { kind: 'move'; to?: string };

/**
 * Decides which conversation a sender's phone and user id belong to.
 *
 * A message that carries both addresses links them. If a phone arrives with another user id than
 * before, it belongs to another person now: it moves to that person's conversation, and nothing is
 * merged.
 */
export function linkOf(sender: Sender, { phone, user, userOfPhone, phoneIsOlder }: Known): Link {
  const movedOn = phone && sender.userId && userOfPhone && userOfPhone !== sender.userId;
  if (movedOn) return { kind: 'move', to: user?.conversationId };
  if (phone && user) return join(phone, user, phoneIsOlder);
  const known = phone ?? user;
  if (!known) return { kind: 'create' };
  const missing = phone ? sender.userId : sender.phone;
  if (!missing) return { kind: 'known', conversationId: known.conversationId };
  return { kind: 'alias', address: missing, conversationId: known.conversationId };
}

function join(phone: Session, user: Session, phoneIsOlder = true): Link {
  if (phone.conversationId === user.conversationId) {
    return { kind: 'known', conversationId: phone.conversationId };
  }
  const [older, younger] = phoneIsOlder ? [phone, user] : [user, phone];
  return { kind: 'merge', older: older.conversationId, younger: younger.conversationId };
}
