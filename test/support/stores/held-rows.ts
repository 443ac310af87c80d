import type { Mongo } from '../../../src/storage/mongo/mongo.js';

/**
 * Changes a row in a transaction that stays open until the returned function is called: as one does
 * that a hang of the server cut off, until it is a minute old.
 */
export async function held(mongo: Mongo, name: string, where: object, what: object) {
  const session = mongo.connection.getClient().startSession();
  session.startTransaction();
  const rows = mongo.connection.collection(name);
  await rows.updateOne(where, { $set: what }, { upsert: true, session });
  return async () => {
    await session.abortTransaction();
    await session.endSession();
  };
}

/** Milliseconds for which such rows are waited for, and left alone: seconds by default. */
export const SHORT = { together: 400, alone: 200, rest: 1000 };
