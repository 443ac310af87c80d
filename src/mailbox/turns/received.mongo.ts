import type { ClientSession, Model } from 'mongoose';
import type { MessageRow } from '../../chat/messages/message.mongo.js';
import type { Mongo } from '../../storage/mongo/mongo.js';

/** When the first message that a turn answers came in, in milliseconds. */
export async function receivedFor(
  mongo: Mongo,
  turn_id: string,
  session: ClientSession,
): Promise<number | undefined> {
  const first = await mongo.connection.models.messages
    .findOne({ turn_id, role: 'user' }, { created_at: 1 }, { session })
    .sort({ created_at: 1 })
    .lean<{ created_at: Date }>();
  return first?.created_at.getTime();
}

/** When a conversation's sender last wrote by WhatsApp, in milliseconds. */
export async function lastInboundAt(
  messages: Model<MessageRow>,
  conversation_id: string,
  session?: ClientSession,
): Promise<number | undefined> {
  const latest = await messages
    .findOne({ conversation_id, role: 'user', source: 'whatsapp' }, null, { session })
    .sort({ seq: -1 })
    .lean<MessageRow>();
  return latest?.created_at.getTime();
}
