import { isParentId, readUserId } from '../address.js';
import { addressIn } from '../config/lines/line-address.js';
import { otherFormsOf } from './phones/forms.js';
import { addressesOf, type Sender, type Session } from './session.js';

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
  /** Other forms of the sender's phone, which lead nowhere any more: the one written from stays. */
  drop: string[];
  /** Younger conversations of the same person, which become part of it. */
  merged: string[];
}

/**
 * Whether nothing is to be linked: each of the sender's addresses is there as it came, and all of them
 * lead to one conversation. `known` are the sessions that there are of them, in each form.
 */
export function isSettled(sender: Sender, known: Session[]): boolean {
  const addresses = addressesOf(sender);
  const [first] = known;
  const isOne = (one: Session) =>
    one.conversationId === first.conversationId && addresses.includes(one.waId);
  return known.length === addresses.length && known.every(isOne);
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
 *
 * A phone is the same in each of its forms (`formsOf`). It has one address, the form that was written
 * from last, which is the form that is answered to. Conversations of two forms, as there may be from
 * before that was known, are merged, unless their user ids tell two people.
 */
export function linkOf(sender: Sender, reached: Reached[]): Link {
  const addresses = addressesOf(sender);
  const theirs = theirsOf(addresses, reached);
  const led = new Set(theirs.flatMap((conversation) => conversation.addresses));
  const [into, ...merged] = theirs.map(({ conversationId }) => conversationId);
  const known = new Set(reached.flatMap((conversation) => conversation.addresses));
  return {
    into,
    merged,
    point: addresses.filter((address) => !led.has(address)),
    drop: addresses.flatMap(otherFormsOf).filter((form) => known.has(form)),
  };
}

/** The sender's conversations: those of the addresses as they came tell whose the others are. */
function theirsOf(addresses: string[], reached: Reached[]): Reached[] {
  const isNamed = (one: Reached) => one.addresses.some((address) => addresses.includes(address));
  const named = reached.filter((one) => isNamed(one) && isOf(addresses, one.addresses));
  const known = [...addresses, ...named.flatMap((one) => one.addresses)];
  return reached.filter(
    (one) => named.includes(one) || (!isNamed(one) && isOf(known, one.addresses)),
  );
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
  return readUserId(addressIn(address)) !== undefined;
}
