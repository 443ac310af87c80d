import type { Collections } from '../storage/mongo/collections.js';
import { duplicatesOf, isOutOfTime } from '../storage/mongo/errors.js';
import type { Death } from '../storage/mongo/processes/processes.js';
import { begunOn } from '../storage/mongo/rows/conversation.js';
import { senderWords } from './finding/sender-words.js';
import { addressIn } from '../config/lines/line-address.js';
import { newConversationId } from './new-conversation-id.js';
import { knownOtherwise } from './session-row.mongo.js';
import { addressesOf, knownAs, type Sender } from './session.js';

/** The majority gets the conversations with the addresses, which are written after them. */
const W_1 = { writeConcern: { w: 1 } } as const;

/** Milliseconds: a transaction that links one of the senders may hold an address. */
const SOON = { maxTimeMS: 2000 } as const;

/** Milliseconds, far more than a process takes from a conversation to its addresses. */
const HALF_MADE_FOR = 60_000;

/**
 * Returns the new senders of a batch, each once. It leaves out those who share an address with
 * another sender of the batch: `MongoLinking` decides one by one how they belong together.
 */
export function newcomersOf(senders: Sender[], isKnown: (address: string) => boolean): Sender[] {
  const claimed = new Map<string, string>();
  const shared = new Set<string>();
  const newcomers = new Map<string, Sender>();
  for (const sender of senders) {
    const key = addressKey(sender);
    if (newcomers.has(key) || knownAs(sender).some(isKnown)) continue;
    newcomers.set(key, sender);
    for (const address of knownAs(sender)) {
      const other = claimed.get(address);
      if (other) shared.add(key).add(other);
      claimed.set(address, key);
    }
  }
  return [...newcomers].flatMap(([key, sender]) => (shared.has(key) ? [] : [sender]));
}

/** Returns a key for a sender: two senders with the same addresses have the same key. */
export function addressKey(sender: Sender): string {
  return addressesOf(sender).join(' ');
}

/**
 * Creates the conversations of new senders, without a transaction: a process that dies leaves no
 * rows held. The conversations come first. No message is in them before their addresses, which the
 * majority must have, and which decide between two nodes that create the same sender at once.
 *
 * Returns the ids by `addressKey`, without the senders of whom an address was there before, in this
 * form or another: they must be linked one by one.
 */
export async function createConversations(
  newcomers: Sender[],
  db: Collections,
): Promise<Map<string, string>> {
  const created = new Map(newcomers.map((each) => [addressKey(each), newConversationId()]));
  if (!created.size) return created;
  const rows = newcomers.map((each) => conversationRow(created.get(addressKey(each))!, each, db));
  await db.conversations.collection.insertMany(rows as never[], W_1);
  const addresses = newcomers.flatMap((each) => rowsOf(each, created.get(addressKey(each))!));
  const theirs = await insertAddresses(addresses, db);
  for (const each of await knownOtherwise(db, newcomers)) created.delete(addressKey(each));
  if (!theirs.size) return created;
  for (const [key, id] of created) if (theirs.has(id)) created.delete(key);
  // What can't be deleted now is deleted when this process has died.
  await deleteHalfMade([...theirs], db).catch(() => undefined);
  return created;
}

/**
 * Deletes what a dead process made and led no address to. A process that isn't dead and goes on
 * finds its conversation gone, as if it had been erased meanwhile, and makes another one.
 */
export async function deleteHalfMadeBy({ id, ownTime }: Death, db: Collections): Promise<void> {
  const since = new Date(ownTime.getTime() - HALF_MADE_FOR);
  const rows = { created_at: { $gte: since }, made_by: id, wakes: 0 };
  const found = await db.conversations.find(rows, { _id: 1 }).lean();
  if (found.length)
    await deleteHalfMade(
      found.map(({ _id }) => _id),
      db,
    );
}

async function deleteHalfMade(ids: string[], db: Collections): Promise<void> {
  const linked = await db.sessions.distinct('conversation_id', { conversation_id: { $in: ids } });
  const none = { _id: { $in: ids, $nin: linked }, wakes: 0, merged_into: { $exists: false } };
  await db.conversations.deleteMany(none);
}

/** Returns the conversations of which an address wasn't inserted. */
async function insertAddresses(rows: AddressRow[], db: Collections): Promise<Set<string>> {
  try {
    await db.sessions.collection.insertMany(rows as never[], { ordered: false, ...SOON });
    return new Set();
  } catch (error) {
    if (isOutOfTime(error)) return new Set(rows.map((row) => row.conversation_id));
    return new Set(duplicatesOf(error).map((index) => rows[index].conversation_id));
  }
}

function conversationRow(_id: string, { line }: Sender, db: Collections) {
  return { _id, ...begunOn('whatsapp', line), made_by: db.mongo.processes.id };
}

type AddressRow = ReturnType<typeof rowsOf>[number];

function rowsOf(sender: Sender, conversation_id: string) {
  const now = new Date();
  const { profileName } = sender;
  const name = profileName && { profile_name: profileName };
  const times = { created_at: now, updated_at: now };
  return addressesOf(sender).map((wa_id) => {
    const words = senderWords(addressIn(wa_id), profileName);
    return { wa_id, conversation_id, ...name, words, ...times };
  });
}
