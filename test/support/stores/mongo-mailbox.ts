import { MongoIntakeStore } from '../../../src/mailbox/intake/intake.mongo.js';
import { Sweep } from '../../../src/mailbox/intake/sweep.mongo.js';
import { MongoQueueStore } from '../../../src/mailbox/queue/queue.mongo.js';
import { Collections } from '../../../src/storage/mongo/collections.js';
import type { HeldRows } from '../../../src/storage/mongo/held-rows.js';
import type { Mongo } from '../../../src/storage/mongo/mongo.js';

export type MongoMailbox = Awaited<ReturnType<typeof mongoMailbox>>;

/** The way in and the queue on one MongoDB, for what only MongoDB does. */
export async function mongoMailbox(mongo: Mongo, held?: HeldRows) {
  const db = await Collections.open(mongo, held);
  return {
    db,
    intake: new MongoIntakeStore(db),
    queue: new MongoQueueStore(db),
    sweep: () => new Sweep(db).run(),
  };
}
