import mongoose, { type Model } from 'mongoose';

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
    await Promise.all(models.map((model) => makeIn(db.collection(model.collection.name), model)));
  } finally {
    await client.close();
  }
}

async function makeIn(collection: mongoose.mongo.Collection, { schema }: Model<any>) {
  for (const [fields, options] of schema.indexes())
    await collection.createIndex(fields as Record<string, 1>, {
      ...(options as object),
      ...UNHURRIED,
    });
}
