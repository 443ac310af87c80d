import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import { isFresh, MOST_FOUND } from './late.js';

/** Returns when the first message that a turn answers was stored, in milliseconds since 1970. */
export async function receivedFor(
  { messages }: Collections,
  turn_id: string,
  session?: ClientSession,
): Promise<number | undefined> {
  const first = await messages
    .findOne({ turn_id, role: 'user' }, { created_at: 1 }, { session })
    .sort({ created_at: 1 })
    .lean();
  return first?.created_at.getTime();
}

/** Returns when a conversation's sender last wrote by WhatsApp, in milliseconds since 1970. */
export async function lastInboundAt(
  { messages }: Collections,
  conversation_id: string,
  session?: ClientSession,
): Promise<number | undefined> {
  const which = { conversation_id, role: 'user', source: 'whatsapp' } as const;
  const latestOf = async (most: number) => {
    const find = messages.find(which, { created_at: 1 }, { session });
    const rows = await find.sort({ seq: -1 }).limit(most).lean();
    return rows.length ? Math.max(...rows.map((row) => row.created_at.getTime())) : undefined;
  };
  const at = await latestOf(1);
  return at === undefined || isFresh(at, Date.now()) ? at : latestOf(MOST_FOUND);
}
