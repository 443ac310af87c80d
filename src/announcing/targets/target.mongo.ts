import type { UpdateQuery } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import { timeOf } from '../../storage/mongo/change-stream.js';
import { isDuplicateKey } from '../../storage/mongo/errors.js';
import type { TargetRow } from '../../storage/mongo/rows/announcement.js';
import type { NewsType } from './news-type.js';
import { beginAt, forget } from './position.mongo.js';
import type { Target, TargetChange } from './target.js';
import { TargetStore } from './target.store.js';

/** Whom news is told to, in MongoDB. */
export class MongoTargetStore extends TargetStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async all(): Promise<Target[]> {
    const rows = await this.db.targets.find().sort({ created_at: 1, _id: 1 }).lean<TargetRow[]>();
    return rows.map(toTarget);
  }

  async find(_id: string): Promise<Target | undefined> {
    const row = await this.db.targets.findById(_id).lean<TargetRow>();
    return row ? toTarget(row) : undefined;
  }

  async add(target: Target, most: number): Promise<boolean> {
    const { id, kind, createdAt } = target;
    if ((await this.db.targets.countDocuments({ kind })) >= most) return false;
    // Whoever derives the news begins no later than here.
    await beginAt(this.db, await timeOf(this.db.mongo));
    try {
      const row = { _id: id, kind, created_at: new Date(createdAt), ...setOf(target) };
      await this.db.targets.create(row);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async change(_id: string, change: TargetChange): Promise<Target | undefined> {
    const row = await this.db.targets.findOneAndUpdate({ _id }, updateOf(change), {
      returnDocument: 'after',
      lean: true,
    });
    return row ? toTarget(row as TargetRow) : undefined;
  }

  async remove(_id: string): Promise<boolean> {
    const { deletedCount } = await this.db.targets.deleteOne({ _id });
    await this.db.announcements.deleteMany({ target_id: _id });
    if (!(await this.db.targets.exists({}))) await forget(this.db);
    return deletedCount > 0;
  }
}

export const open = (db: Collections): TargetStore => new MongoTargetStore(db);

function setOf({ url, description, types, secret, enabled, disabledBecause }: TargetChange) {
  const all = { url, description, types, secret, enabled, disabled_because: disabledBecause };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A reason that is given as undefined is taken away. */
function updateOf(change: TargetChange): UpdateQuery<TargetRow> {
  const unset = 'disabledBecause' in change && change.disabledBecause === undefined;
  return { $set: setOf(change), ...(unset && { $unset: { disabled_because: 1 } }) };
}

function toTarget(row: TargetRow): Target {
  const { _id: id, kind, url, description, types, secret, enabled } = row;
  return {
    id,
    kind: kind as Target['kind'],
    ...(url && { url }),
    description,
    types: types as NewsType[],
    ...(secret && { secret }),
    enabled,
    ...(row.disabled_because && { disabledBecause: row.disabled_because }),
    createdAt: row.created_at.getTime(),
  };
}
