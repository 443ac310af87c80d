import { Logger } from '@nestjs/common';
import mongoose, { type Model } from 'mongoose';
import { upgrade } from './version/upgrade.js';

const logger = new Logger('MongoDB');

/** Without a time-out: for a large collection it takes long. The driver's types don't have it. */
const UNHURRIED: object = { socketTimeoutMS: 0 };

/** Creates a model's indexes. */
export function makeIndexes(model: Model<any>): Promise<void> {
  return makeIn(model.collection as never, model);
}

/** Creates the indexes of models whose own connection isn't open yet, by a connection of its own. */
export async function makeIndexesAhead(
  models: Model<any>[],
  uri: string,
  options: object,
): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, options);
  try {
    const db = client.db();
    await upgrade(db);
    await Promise.all(models.map((model) => makeIn(db.collection(model.collection.name), model)));
    await dropUnused(db);
  } finally {
    await client.close();
  }
}

/** What former versions made and none uses any more. The callbacks in it hold people's data. */
const UNUSED = {
  collections: ['status_callbacks'],
  indexes: [['messages', 'waiting_1_created_at_1_conversation_id_1']],
} as const;

/** The server's codes for what isn't there (`NamespaceNotFound`, `IndexNotFound`). */
const NOT_THERE = [26, 27];

/** Drops what is left of former versions. What can't be dropped now is dropped at another start. */
export async function dropUnused(db: mongoose.mongo.Db): Promise<void> {
  const drops = [
    ...UNUSED.collections.map((drop) => ({ drop })),
    ...UNUSED.indexes.map(([dropIndexes, index]) => ({ dropIndexes, index })),
  ];
  const dropped = drops.map((drop) =>
    db.command(drop).catch((error: mongoose.mongo.MongoServerError) => {
      if (NOT_THERE.includes(Number(error.code))) return;
      logger.warn(`What a former version left can't be dropped: ${error.message}`);
    }),
  );
  await Promise.all(dropped);
}

async function makeIn(collection: mongoose.mongo.Collection, { schema }: Model<any>) {
  for (const [fields, options] of schema.indexes())
    await collection.createIndex(fields as Record<string, 1>, {
      ...(options as object),
      ...UNHURRIED,
    });
}
