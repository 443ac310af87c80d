import type { Collections } from '../../storage/mongo/collections.js';
import { isDuplicateKey } from '../../storage/mongo/errors.js';
import type { AdminTokenRow } from '../../storage/mongo/rows/admin-token.js';
import { MOST_TOKENS, type NamedToken, TokenStore } from './token.store.js';

/** The named tokens in MongoDB. */
export class MongoTokenStore extends TokenStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async list(now: number): Promise<NamedToken[]> {
    const rows = await this.db.adminTokens
      .find({ $or: [{ expires_at: null }, { expires_at: { $gt: new Date(now) } }] })
      .sort({ created_at: 1, _id: 1 })
      .lean<AdminTokenRow[]>();
    return rows.map(tokenOf);
  }

  /** Of two that are added at once, both may fit below the limit: it is no promise to anybody. */
  async add(token: NamedToken, now: number): Promise<'added' | 'name_taken' | 'too_many'> {
    await this.db.adminTokens.deleteMany({ expires_at: { $ne: null, $lte: new Date(now) } });
    if ((await this.db.adminTokens.countDocuments()) >= MOST_TOKENS) return 'too_many';
    try {
      await this.db.adminTokens.create(rowOf(token));
      return 'added';
    } catch (error) {
      if (isDuplicateKey(error)) return 'name_taken';
      throw error;
    }
  }

  async remove(_id: string): Promise<boolean> {
    return (await this.db.adminTokens.deleteOne({ _id })).deletedCount === 1;
  }

  async used(_id: string, at: number): Promise<void> {
    await this.db.adminTokens.updateOne({ _id }, { $set: { last_used_at: new Date(at) } });
  }
}

export const open = (db: Collections): TokenStore => new MongoTokenStore(db);

const dateOf = (time: number | null) => (time === null ? null : new Date(time));

function rowOf({ id, name, scope, mark, createdBy, ...times }: NamedToken): AdminTokenRow {
  return {
    _id: id,
    name,
    scope,
    mark,
    created_at: new Date(times.createdAt),
    created_by: createdBy,
    last_used_at: dateOf(times.lastUsedAt),
    expires_at: dateOf(times.expiresAt),
  };
}

function tokenOf({ _id: id, name, scope, mark, created_by, ...times }: AdminTokenRow): NamedToken {
  return {
    id,
    name,
    scope,
    mark,
    createdAt: times.created_at.getTime(),
    createdBy: created_by,
    lastUsedAt: times.last_used_at?.getTime() ?? null,
    expiresAt: times.expires_at?.getTime() ?? null,
  };
}
