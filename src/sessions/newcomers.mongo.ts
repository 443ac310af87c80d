import { randomUUIDv7 } from 'node:crypto';
import { isDuplicateKey } from '../storage/mongo/errors.js';
import type { Collections } from '../storage/mongo/collections.js';
import { BusyRowsError } from '../storage/mongo/held-rows.js';
import { ONCE } from '../storage/mongo/mongo.js';
import { NEW_CONVERSATION } from '../storage/mongo/rows/conversation.js';
import { addressesOf, type Sender } from './session.js';

/**
 * The senders of a batch that nobody knows, each once. Who shares an address with another of them
 * is left out: how the two belong together is decided one by one.
 */
export function newcomersOf(senders: Sender[], isKnown: (address: string) => boolean): Sender[] {
  const claimed = new Map<string, string>();
  const shared = new Set<string>();
  const newcomers = new Map<string, Sender>();
  for (const sender of senders) {
    const who = addressKey(sender);
    if (newcomers.has(who) || addressesOf(sender).some(isKnown)) continue;
    newcomers.set(who, sender);
    for (const address of addressesOf(sender)) {
      const other = claimed.get(address);
      if (other) shared.add(who).add(other);
      claimed.set(address, who);
    }
  }
  return [...newcomers].flatMap(([who, sender]) => (shared.has(who) ? [] : [sender]));
}

/** A sender's addresses, as a key. */
export function addressKey(sender: Sender): string {
  return addressesOf(sender).join(' ');
}

/**
 * Their conversations, by `addressKey`, in one transaction. None when another node has met, or is about
 * to meet, one of them: then nothing was made, and they are to be taken one by one.
 */
export async function createConversations(
  newcomers: Sender[],
  db: Collections,
): Promise<Map<string, string>> {
  const homes = new Map(newcomers.map((sender) => [addressKey(sender), randomUUIDv7() as string]));
  if (!homes.size) return homes;
  const created_at = new Date();
  const homeRows = [...homes.values()].map((_id) => ({ _id, created_at, ...NEW_CONVERSATION }));
  const addressRows = newcomers.flatMap((sender) => rowsOf(sender, homes.get(addressKey(sender))!));
  try {
    await db.transaction(async (session) => {
      await db.conversations.collection.insertMany(homeRows as never[], { session });
      await db.sessions.collection.insertMany(addressRows as never[], { session });
    }, ONCE);
    return homes;
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
