import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';

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
  const latest = await messages
    .findOne({ conversation_id, role: 'user', source: 'whatsapp' }, null, { session })
    .sort({ seq: -1 })
    .lean();
  return latest?.created_at.getTime();
}
