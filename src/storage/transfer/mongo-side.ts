import type mongoose from 'mongoose';
import type { Db, Document } from './difference.js';
import { documentOf, packed, rowOf, unpacked } from './documents.js';
import type { Plan } from './plan.js';
import { Numbering } from './position.js';
import type { Row } from './rows.js';
import { AT_ONCE, type Target } from './sides.js';

/** The database in MongoDB, for reading or for filling. */
export class MongoSide implements Target {
  constructor(
    private readonly db: Db,
    readonly place: string,
  ) {}

  async count(plan: Plan): Promise<number> {
    const collection = this.collection(plan);
    const { within } = plan.difference;
    return within ? collection.countDocuments(anyOf(within.fields)) : collection.countDocuments();
  }

  async *read(plan: Plan): AsyncIterable<Row> {
    const { within, order, beside, skippedInMongo } = plan.difference;
    const which = within ? anyOf(within.fields) : {};
    const projection = within && Object.fromEntries(within.fields.map((field) => [field, 1]));
    const found = this.collection(plan).find(which, { projection, batchSize: AT_ONCE });
    if (order ?? plan.ordered) found.sort(order ?? { _id: 1 });
    const numbering = new Numbering();
    const complete = await beside?.(this.db);
    for await (const document of found) {
      if (skippedInMongo?.(document)) continue;
      for (const row of this.rowsOf(plan, document, numbering))
        if (!plan.difference.skipped?.(row)) yield complete?.(row) ?? row;
    }
  }

  async write(plan: Plan, rows: Row[]): Promise<void> {
    const collection = this.collection(plan);
    if (plan.difference.within) await this.writeWithin(plan, rows);
    else await collection.insertMany(rows.map((row) => documentOf(plan, row)) as never[]);
    await plan.difference.writeBeside?.(this.db, rows);
  }

  async finish(plans: Plan[]): Promise<void> {
    for (const { difference } of plans) await difference.finish?.(this.db);
  }

  private rowsOf(plan: Plan, document: Document, numbering: Numbering): Row[] {
    try {
      if (plan.difference.within) return unpacked(plan, document);
      return [rowOf(plan, document, numbering)];
    } catch (error) {
      const what = `${plan.collection} ${JSON.stringify(document._id)}`;
      throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
    }
  }

  private async writeWithin(plan: Plan, rows: Row[]): Promise<void> {
    const { parent } = plan.difference.within!;
    const byParent = groupedBy(rows, parent);
    const updates = [...byParent].map(([_id, some]) => ({
      updateOne: { filter: { _id }, update: { $set: packed(plan, some) } },
    }));
    const { matchedCount } = await this.collection(plan).bulkWrite(updates as never[]);
    if (matchedCount < byParent.size)
      throw new Error(`${plan.table}: what a row of it belongs to is not in ${plan.collection}`);
  }

  private collection({ collection }: Plan): mongoose.mongo.Collection<Document> {
    return this.db.collection(collection);
  }
}

function anyOf(fields: string[]): object {
  return { $or: fields.map((field) => ({ [field]: { $exists: true } })) };
}

function groupedBy(rows: Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] as string;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
