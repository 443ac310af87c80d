import mongoose from 'mongoose';
import type { Usage } from '../chat/usage/usage.js';
import type { Made } from '../mailbox/turns/work.js';
import type { Collections } from '../storage/mongo/collections.js';
import { addTurn } from './counted-turn.js';
import type { Slot } from './slot.js';
import { Slots } from './slots.js';
import { StatsStore } from './stats.store.js';

const FIELDS = { created_at: 1, settled_at: 1, outcome: 1, mode: 1, made: 1, usage: 1 } as const;
/** So many turns come at once: few enough that reading them holds nobody up. */
const BATCH = 500;
/** The order of turns has whole seconds: whatever is at its edges is looked at, too. */
const EDGE_S = 2;

/** Figures in MongoDB. */
export class MongoStatsStore extends StatsStore {
  constructor(private readonly db: Collections) {
    super();
  }

  /** Reads by the order of turns, which is an index and has the server's time in it. */
  async slots(from: number, until: number): Promise<Slot[]> {
    const slots = new Slots();
    const seq = { $gte: orderAt(from, -EDGE_S), $lt: orderAt(until, EDGE_S) };
    const found = this.db.turns.find({ seq }, FIELDS).sort({ seq: 1 }).batchSize(BATCH).lean();
    for await (const row of found.cursor()) {
      const at = row.created_at.getTime();
      if (at < from || at >= until) continue;
      const { outcome, mode } = row;
      const [made, usage] = [row.made as Made, row.usage as Usage];
      addTurn(slots.at(at), {
        at,
        settledAt: row.settled_at?.getTime(),
        outcome,
        mode,
        made,
        usage,
      });
    }
    return slots.inOrder();
  }
}

export const open = (db: Collections): StatsStore => new MongoStatsStore(db);

function orderAt(ms: number, edge: number): mongoose.mongo.Timestamp {
  return new mongoose.mongo.Timestamp({ t: Math.max(0, Math.floor(ms / 1000) + edge), i: 0 });
}
