import type { ConsoleSession } from '../../http/admin/console-sessions.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { SignInStore } from './sign-in.store.js';

/** Sign-ins in MongoDB, which removes what is over by itself (a TTL index). */
export class MongoSignInStore extends SignInStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async keepCode(_id: string, expiresAt: number, mark: string): Promise<void> {
    await this.db.consoleCodes.create({ _id, mark, expires_at: new Date(expiresAt) });
  }

  async takeCode(_id: string, now: number): Promise<string | undefined> {
    const there = { _id, expires_at: { $gt: new Date(now) } };
    return (await this.db.consoleCodes.findOneAndDelete(there).lean())?.mark;
  }

  async keepSession({ id, signedInBy, expiresAt, mark }: ConsoleSession): Promise<void> {
    const row = { _id: id, signed_in_by: signedInBy, mark, expires_at: new Date(expiresAt) };
    await this.db.consoleSessions.create(row);
  }

  async session(id: string, now: number): Promise<ConsoleSession | undefined> {
    const there = { _id: id, expires_at: { $gt: new Date(now) } };
    const row = await this.db.consoleSessions.findOne(there).lean();
    if (!row) return undefined;
    const { signed_in_by: signedInBy, mark = '' } = row;
    return { id, signedInBy, expiresAt: row.expires_at.getTime(), mark };
  }

  async endSession(_id: string): Promise<void> {
    await this.db.consoleSessions.deleteOne({ _id });
  }
}

export const open = (db: Collections): SignInStore => new MongoSignInStore(db);
