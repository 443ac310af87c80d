import { sentPartsOf } from '../mailbox/outbox/attempts/sent-part.sqlite.js';
import type { Database } from '../storage/sqlite/database.js';
import { jsonIn } from '../storage/sqlite/json.js';
import { portOf } from '../storage/sqlite/steps.js';
import type { Records, RecordsStore } from './records.store.js';

/** What is kept of messages besides, in SQLite. */
export const steps = {
  of(db: Database, messageIds: string[]): Records {
    const records: Records = { received: new Map(), sent: new Map() };
    for (const id of messageIds) {
      const row = db.get(
        `SELECT acknowledged_ms AS acknowledgedMs, received FROM messages
         WHERE id = :id AND received IS NOT NULL`,
        { id },
      );
      if (row) records.received.set(id, toReceived(row));
      const parts = sentPartsOf(db, id);
      if (parts.length) records.sent.set(id, parts);
    }
    return records;
  },
};

export const open = portOf<RecordsStore>(steps, import.meta.url, ['of']);

function toReceived({ acknowledgedMs, received }: Record<string, any>) {
  return { received: jsonIn(received), ...(acknowledgedMs !== null && { acknowledgedMs }) };
}
