import mongoose, { type ClientSession } from 'mongoose';
import { BadCursor, partsOf } from '../../http/cursor.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { nextInOrder, type Timestamp } from '../../storage/mongo/rows/message.js';
import type { SettingChangeRow } from '../../storage/mongo/rows/setting-change.js';
import type { SettingChange } from './setting-change.js';
import { KEPT, type KeptChange, SettingHistory } from './setting-history.js';

/** The history of the settings in MongoDB. */
export class MongoSettingHistory extends SettingHistory {
  constructor(private readonly db: Collections) {
    super();
  }

  async page(limit: number, cursor?: string) {
    const rows = await this.db.settingChanges
      .find(cursor ? { seq: { $lt: placeOf(cursor) } } : {})
      .sort({ seq: -1 })
      .limit(limit + 1)
      .lean<SettingChangeRow[]>();
    const changes = rows.slice(0, limit).map(changeOf);
    return { changes, next: rows.length > limit ? changes.at(-1)!.id : null };
  }
}

export const open = (db: Collections): SettingHistory => new MongoSettingHistory(db);

/** Keeps changes within the transaction that makes them, and drops the oldest. */
export async function keep(
  { settingChanges }: Collections,
  changes: SettingChange[],
  session: ClientSession,
): Promise<void> {
  const rows = changes.map(({ at, by, ...rest }) => {
    return { ...rest, seq: nextInOrder(), changed_at: new Date(at), changed_by: by };
  });
  await settingChanges.insertMany(rows, { session });
  const [oldest] = await settingChanges
    .find({}, { seq: 1 }, { session })
    .sort({ seq: -1 })
    .skip(KEPT)
    .limit(1)
    .lean<SettingChangeRow[]>();
  if (oldest) await settingChanges.deleteMany({ seq: { $lte: oldest.seq } }, { session });
}

function changeOf({ seq, changed_at, changed_by, field, from, to }: SettingChangeRow): KeptChange {
  const by = changed_by as KeptChange['by'];
  return { id: `${seq.t}-${seq.i}`, at: changed_at.getTime(), by, field, from, to };
}

/** The place in the order that a cursor names. */
function placeOf(cursor: string): Timestamp {
  const [t, i] = partsOf(cursor, /^(\d{1,10})-(\d{1,10})$/).map(Number);
  if (Math.max(t, i) >= 2 ** 32) throw new BadCursor();
  return new mongoose.mongo.Timestamp({ t, i });
}
