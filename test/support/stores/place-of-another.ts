import { timeOf } from '../../../src/storage/mongo/change-stream.js';
import type { Collections } from '../../../src/storage/mongo/collections.js';

/** A place of which the server knows nothing, as in a store that was restored elsewhere. */
export async function placeOfAnother(
  db: Collections,
  write: () => Promise<unknown>,
): Promise<string> {
  // The stream is open once it is asked for something: it begins here all the same.
  const startAtOperationTime = await timeOf(db.mongo);
  await write();
  const readConcern = { level: 'majority' } as const;
  const stream = db.mongo.connection.db!.watch([], { readConcern, startAtOperationTime });
  const { _data } = (await stream.next())._id as { _data: string };
  await stream.close();
  // The number of the change within its second.
  return `${_data.slice(0, 10)}ffffffff${_data.slice(18)}`;
}
