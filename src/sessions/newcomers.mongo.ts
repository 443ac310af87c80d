import { randomUUIDv7 } from 'node:crypto';
import { isDuplicateKey } from '../storage/mongo/errors.js';
import type { Collections } from '../storage/mongo/collections.js';
import { BusyRowsError } from '../storage/mongo/held-rows.js';
import { ONCE } from '../storage/mongo/mongo.js';
import { NEW_CONVERSATION } from '../storage/mongo/rows/conversation.js';
import { addressesOf, type Sender } from './session.js';

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
    if (newcomers.has(key) || addressesOf(sender).some(isKnown)) continue;
    newcomers.set(key, sender);
    for (const address of addressesOf(sender)) {
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
 * Creates the conversations of new senders in one transaction. Returns their ids by `addressKey`.
 * The map is empty, and nothing was created, when another node has created or is creating one of
 * them: then they must be linked one by one.
 */
export async function createConversations(
  newcomers: Sender[],
  db: Collections,
): Promise<Map<string, string>> {
  const conversations = new Map(
    newcomers.map((sender) => [addressKey(sender), randomUUIDv7() as string]),
  );
  if (!conversations.size) return conversations;
  const created_at = new Date();
  const idOf = (sender: Sender) => conversations.get(addressKey(sender))!;
  const conversationRows = [...conversations.values()].map((_id) => ({
    _id,
    created_at,
    ...NEW_CONVERSATION,
  }));
  const addressRows = newcomers.flatMap((sender) => rowsOf(sender, idOf(sender)));
  try {
    await db.transaction(async (session) => {
      await db.conversations.collection.insertMany(conversationRows as never[], { session });
      await db.sessions.collection.insertMany(addressRows as never[], { session });
    }, ONCE);
    return conversations;
  } catch (error) {
    if (isDuplicateKey(error) || error instanceof BusyRowsError) return new Map();
    throw error;
  }
}

function rowsOf(sender: Sender, conversation_id: string) {
  const now = new Date();
  const name = sender.profileName && { profile_name: sender.profileName };
  const times = { created_at: now, updated_at: now };
  return addressesOf(sender).map((wa_id) => ({ wa_id, conversation_id, ...name, ...times }));
}
