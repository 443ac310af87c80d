import type { ClientSession } from 'mongoose';
import type { Mongo } from '../storage/mongo/mongo.js';

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
