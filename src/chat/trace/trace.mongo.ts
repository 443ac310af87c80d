import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Trace } from './trace.js';
import { TraceRepository } from './trace.repository.js';

/** Traces in MongoDB. */
export class MongoTraceRepository extends TraceRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  async find(answerId: string): Promise<Trace | null> {
    const row = await this.db.traces.findById(answerId).lean();
    return (row?.trace as Trace | undefined) ?? null;
  }

  async forget(olderThanMs: number, most: number): Promise<number> {
    const old = { created_at: { $lt: new Date(Date.now() - olderThanMs) } };
    const rows = await this.db.traces.find(old, { _id: 1 }).limit(most).lean();
    if (!rows.length) return 0;
    await this.db.traces.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } });
    return rows.length;
  }
}

export const open = (db: Collections): TraceRepository => new MongoTraceRepository(db);

/** Stores traces, each with the id of its answer. It calls the driver: Mongoose would copy all. */
export async function insertTraces(
  { traces }: Collections,
  all: { answerId: string; trace: Trace }[],
  session: ClientSession,
): Promise<void> {
  if (!all.length) return;
  const created_at = new Date();
  const rows = all.map(({ answerId: _id, trace }) => ({ _id, trace, created_at }));
  await traces.collection.insertMany(rows as never[], { session });
}
