import type { ClientSession } from 'mongoose';
import type { Collections } from '../storage/mongo/collections.js';
import type { SessionRow } from '../storage/mongo/rows/conversation.js';
import { isParentId, isPhone } from '../address.js';
import { addressIn } from '../config/lines/line-address.js';
import { isSettled } from './linking.js';
import { otherFormsOf } from './phones/forms.js';
import { addressesOf, knownAs, type Sender, type Session } from './session.js';

/** Makes a session of its row. */
function toSession(row: SessionRow): Session {
  return {
    waId: row.wa_id,
    conversationId: row.conversation_id,
    profileName: row.profile_name,
    createdAt: row.created_at.getTime(),
    updatedAt: row.updated_at.getTime(),
  };
}

/**
 * Finds the sessions of these addresses. It runs for every message and calls the driver directly,
 * because Mongoose's casting takes longer than the query.
 */
export async function sessionsAt(
  { sessions }: Collections,
  waIds: string[],
  session?: ClientSession,
): Promise<Map<string, Session>> {
  const found = sessions.collection.find<SessionRow>({ wa_id: { $in: waIds } }, { session });
  return new Map((await found.toArray()).map((row) => [row.wa_id, toSession(row)]));
}

/** Finds the sessions of these addresses, each on whichever line it is kept. */
export async function sessionsOnAnyLine(
  { sessions }: Collections,
  addresses: string[],
): Promise<Session[]> {
  const others = addresses.map((one) => ({ wa_id: { $gt: `${one}\u001f`, $lt: `${one} ` } }));
  const rows = await sessions.find({ $or: [{ wa_id: { $in: addresses } }, ...others] }).lean();
  return rows.map(toSession);
}

/** Returns those of the senders whose phone has a session in another form. */
export async function knownOtherwise(db: Collections, senders: Sender[]): Promise<Sender[]> {
  const othersOf = (sender: Sender) => addressesOf(sender).flatMap(otherFormsOf);
  const others = senders.flatMap(othersOf);
  const known = others.length ? await sessionsAt(db, others) : new Map();
  return senders.filter((sender) => othersOf(sender).some((form) => known.has(form)));
}

/** Returns the addresses of these conversations: phones first, then user ids, then a group's. */
export async function sessionsIn(
  { sessions }: Collections,
  conversationIds: string[],
  session?: ClientSession,
): Promise<Session[]> {
  const rows = await sessions
    .find({ conversation_id: { $in: conversationIds } }, null, { session })
    .sort({ updated_at: -1, wa_id: 1 })
    .lean();
  const found = rows.map(toSession).map((one) => ({ ...one, waId: addressIn(one.waId) }));
  const rank = ({ waId }: Session) => (isPhone(waId) ? 0 : isParentId(waId) ? 2 : 1);
  return found.sort((one, other) => rank(one) - rank(other));
}

/** Returns the conversation of a sender whose addresses are all known and all lead to it. */
export function conversationOf(sender: Sender, known: Map<string, Session>): string | undefined {
  const all = knownAs(sender).flatMap((address) => known.get(address) ?? []);
  return isSettled(sender, all) ? all[0].conversationId : undefined;
}
