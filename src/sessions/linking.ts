import type { Sender, Session } from './session.js';

/** What is known of a sender's two addresses before this message. */
export interface Known {
  phone?: Session;
  user?: Session;
  /** The user id that the phone's conversation has, where it has one. */
  userOfPhone?: string;
  /** Which of the two conversations was there first. */
  phoneIsOlder?: boolean;
}

/** What a message's addresses say about conversations. */
export type Link =
  | { kind: 'known'; conversationId: string }
  /** Nobody knows this sender. */
  | { kind: 'create' }
  /** The other address becomes an alias of the conversation. */
  | { kind: 'alias'; address: string; conversationId: string }
  /** Two conversations turn out to be one person's: the younger goes into the older. */
  | { kind: 'merge'; older: string; younger: string }
  /** The phone has another owner now: it leaves the conversation that it had. */
  | { kind: 'move'; to?: string };

/**
 * Decides how a sender's phone and user id belong together.
 *
 * A message that carries both links them. A phone that arrives with a user id other than the one
 * it had belongs to another person: it moves to that person's conversation, and nothing is merged.
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
