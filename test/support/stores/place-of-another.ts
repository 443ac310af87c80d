import type { Collections } from '../../../src/storage/mongo/collections.js';

/** A place of which the server knows nothing, as in a store that was restored elsewhere. */
export async function placeOfAnother(
  db: Collections,
  write: () => Promise<unknown>,
): Promise<string> {
  const stream = db.mongo.connection.db!.watch([], { readConcern: { level: 'majority' } });
  const change = stream.next();
  await write();
  const { _data } = (await change)._id as { _data: string };
  await stream.close();
  // The number of the change within its second.
  return `${_data.slice(0, 10)}ffffffff${_data.slice(18)}`;
}
