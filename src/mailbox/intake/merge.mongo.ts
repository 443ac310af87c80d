import type { ClientSession } from 'mongoose';
import type { Mongo } from '../../storage/mongo/mongo.js';
import { cancelTurns } from '../turns/settlement.mongo.js';
import { wakeNow } from '../queue/wake.mongo.js';

/**
 * Moves what is in a merged conversation to where it belongs now. Messages keep their place in the
 * order of acceptance, also among those of `into`.
 */
export async function forward(mongo: Mongo, from: string, into: string): Promise<void> {
  const { conversations, messages, turns, outbox } = mongo.connection.models;
  await mongo.transaction(async (session) => {
    for (const rows of [messages, turns, outbox]) {
      const moved = { $set: { conversation_id: into } };
      await rows.updateMany({ conversation_id: from }, moved, { session });
    }
    await wakeNow(conversations, [into], session);
    await leaveToPerson(mongo, into, session);
  });
}

/** Of two conversations that became one, a person may have had either. */
async function leaveToPerson(mongo: Mongo, _id: string, session: ClientSession): Promise<void> {
  const { conversations, turns, outbox } = mongo.connection.models;
  const taken = { _id, taken_at: { $type: 'date' } };
  if (!(await conversations.exists(taken).session(session))) return;
  await cancelTurns({ mongo, turns, outbox }, _id, 'human', session);
}
