import type { Database } from '../../../storage/sqlite/database.js';
import { lastInboundAt } from '../../turns/received/received.sqlite.js';
import { type Closing, closedOf } from '../window.js';

/** Tells whether texts are refused to a conversation's sender; undefined where nobody ever wrote. */
export function isClosed(db: Database, id: string, windowMs?: number): boolean | undefined {
  const row = db.get<{ refusedAt: number | null }>(
    'SELECT window_refused_at AS refusedAt FROM conversations WHERE id = :id',
    { id },
  );
  const times: Closing = { lastInboundAt: lastInboundAt(db, id), now: db.now(), windowMs };
  return closedOf({ ...times, refusedAt: row?.refusedAt ?? undefined });
}
