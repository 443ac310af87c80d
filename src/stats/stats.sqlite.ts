import type { Usage } from '../chat/usage/usage.js';
import type { Made } from '../mailbox/turns/work.js';
import type { Database } from '../storage/sqlite/database.js';
import { jsonIn } from '../storage/sqlite/json.js';
import { portOf } from '../storage/sqlite/steps.js';
import { addTurn } from './counted-turn.js';
import { Slots } from './slots.js';
import type { Slot } from './slot.js';
import type { StatsStore } from './stats.store.js';

/** So many turns are read at once. */
const BATCH = 5000;

interface TurnRow {
  seq: number;
  at: number;
  settledAt: number | null;
  outcome: string | null;
  mode: string | null;
  made: string | null;
  usage: string | null;
}

/** Figures in SQLite. */
export const steps = {
  slots(db: Database, from: number, until: number): Slot[] {
    const slots = new Slots();
    const end = firstSince(db, until);
    for (let seq = firstSince(db, from); seq < end;) {
      const rows = db.all<TurnRow>(BETWEEN, { seq, end, most: BATCH });
      for (const row of rows) addTurn(slots.at(row.at), counted(row));
      seq = rows.length < BATCH ? end : rows.at(-1)!.seq + 1;
    }
    return slots.inOrder();
  },
};

export const open = portOf<StatsStore>(steps, import.meta.url, ['slots']);

const BETWEEN = `SELECT seq, created_at AS at, settled_at AS settledAt, outcome, mode, made, usage
  FROM turns WHERE seq >= :seq AND seq < :end ORDER BY seq LIMIT :most`;

function counted({ made, usage, ...turn }: TurnRow) {
  return { ...turn, made: jsonIn(made, null) as Made | null, usage: jsonIn(usage, null) as Usage };
}

/**
 * The first `seq` that was stored at a time or later; one beyond the last where none was. Turns are in
 * the order of time, so that halving finds it without an index by time. Where the clock was set back,
 * some lie in the neighbouring span.
 */
function firstSince(db: Database, time: number): number {
  const last = db.get<{ last: number | null }>('SELECT MAX(seq) AS last FROM turns')!.last ?? 0;
  let [low, high] = [1, last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = db.get<{ seq: number; at: number }>(NEXT, { middle });
    if (!row || row.at >= time) high = middle;
    else low = row.seq + 1;
  }
  return low;
}

const NEXT = `SELECT seq, created_at AS at FROM turns WHERE seq >= :middle ORDER BY seq LIMIT 1`;
