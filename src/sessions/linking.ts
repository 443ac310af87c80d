import { isParentId, readUserId } from '../address.js';
import { addressesOf, type Sender } from './session.js';

/** A conversation that one of the sender's addresses leads to, with all its addresses. */
export interface Reached {
  conversationId: string;
  addresses: string[];
}

/** What is to be done so that a sender's addresses lead to one conversation. */
export interface Link {
  /** The conversation that they are to lead to; a new one when it is missing. */
  into?: string;
  /** The sender's addresses that don't lead there yet, nor by a merge. */
  point: string[];
  /** Younger conversations of the same person, which become part of it. */
  merged: string[];
}

/**
 * Decides which conversation a sender's addresses belong to. `reached` are the conversations that
 * they lead to now, the oldest first.
 *
 * A message that carries several addresses links them: the phone, the user id, the id by which a
 * group of companies knows the same user, and a former one of these. If a phone arrives with other
 * user ids than before, it belongs to another person now: it moves to that person's conversation,
 * and nothing is merged. (Meta: "Business-scoped user IDs". An id is one person's for ever; a phone
 * may be given to somebody else.) So is an address of a form that isn't known: it may be a name.
 */
export function linkOf(sender: Sender, reached: Reached[]): Link {
  const addresses = addressesOf(sender);
  const theirs = reached.filter((conversation) => isOf(addresses, conversation.addresses));
  const led = new Set(theirs.flatMap((conversation) => conversation.addresses));
  const [into, ...merged] = theirs.map(({ conversationId }) => conversationId);
  return { into, merged, point: addresses.filter((address) => !led.has(address)) };
}

/** Whether a conversation with these addresses, some of which are the sender's, is the sender's. */
function isOf(sender: string[], conversation: string[]): boolean {
  const shared = conversation.filter((address) => sender.includes(address));
  if (shared.some(isUserId)) return true;
  return !USER_IDS.some((isOne) => sender.some(isOne) && conversation.some(isOne));
}

/** The kinds of user ids. Two of different kinds may name the same person. */
const USER_IDS = [
  (address: string) => isUserId(address) && !isParentId(address),
  (address: string) => isParentId(address),
];

function isUserId(address: string): boolean {
  return readUserId(address) !== undefined;
}
