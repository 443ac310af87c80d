import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';

/** When the first message that a turn answers came in, in milliseconds. */
export async function receivedFor(
  { messages }: Collections,
  turn_id: string,
  session: ClientSession,
): Promise<number | undefined> {
  const first = await messages
    .findOne({ turn_id, role: 'user' }, { created_at: 1 }, { session })
    .sort({ created_at: 1 })
    .lean();
  return first?.created_at.getTime();
}

/** When a conversation's sender last wrote by WhatsApp, in milliseconds. */
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
