import type { Collections } from '../../storage/mongo/collections.js';
import { isDuplicateKey } from '../../storage/mongo/errors.js';
import type { AuditRow } from '../../storage/mongo/rows/audit.js';
import { type Action, type Entry, type Link, linked, type Result } from './audit.entry.js';
import { type Audited, type AuditFilter, AuditStore, LOT, MOST_ENTRIES } from './audit.store.js';

/** The audit log in MongoDB. Its numbers are its ids: of two nodes that add at once one adds again. */
export class MongoAuditStore extends AuditStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async append(entry: Entry, key: string): Promise<void> {
    const seq = await this.add(entry, key);
    if (seq === undefined) return this.append(entry, key);
    if (seq % LOT === 0) await this.db.audit.deleteMany({ _id: { $lte: seq - MOST_ENTRIES } });
  }

  async page({ name, action, target }: AuditFilter, limit: number, before?: number) {
    const wanted = Object.entries({ name, action, target }).filter(([, value]) => value);
    const rows = await this.db.audit
      .find({
        kind: 'action',
        ...(before !== undefined && { _id: { $lt: before } }),
        ...Object.fromEntries(wanted),
      })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<AuditRow[]>();
    const ids = rows.map(({ id }) => id);
    const results = await this.db.audit
      .find({ id: { $in: ids }, kind: 'result' })
      .lean<AuditRow[]>();
    const byId = new Map(results.map(({ id, text }) => [id, JSON.parse(text) as Result]));
    return rows.map(({ _id: seq, id, text }): Audited => {
      const result = byId.get(id);
      return { seq, action: JSON.parse(text) as Action, ...(result && { result }) };
    });
  }

  async links(after: number, limit: number): Promise<Link[]> {
    const rows = await this.db.audit
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<AuditRow[]>();
    return rows.map(({ _id: seq, before, text, hash }) => ({ seq, before, text, hash }));
  }

  /** The entry's number; undefined where another node has taken it. */
  private async add(entry: Entry, key: string): Promise<number | undefined> {
    const [last] = await this.db.audit.find().sort({ _id: -1 }).limit(1).lean<AuditRow[]>();
    const { seq, ...link } = linked(entry, last && { seq: last._id, hash: last.hash }, key);
    const { kind, id } = entry;
    const found = kind === 'action' ? entry : { name: null, action: null, target: null };
    const { name, action, target } = found;
    try {
      await this.db.audit.create({ _id: seq, kind, id, name, action, target, ...link });
      return seq;
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }
}

export const open = (db: Collections): AuditStore => new MongoAuditStore(db);
