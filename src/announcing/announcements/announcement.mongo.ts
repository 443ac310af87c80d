import mongoose from 'mongoose';
import { BadCursor, partsOf } from '../../http/cursor.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { duplicatesOf } from '../../storage/mongo/errors.js';
import type { AnnouncementRow } from '../../storage/mongo/rows/announcement.js';
import { nextInOrder, type Timestamp } from '../../storage/mongo/rows/message.js';
import type { Announcement, AnnouncementState, NewAnnouncement, Tried } from './announcement.js';
import { AnnouncementStore, MOST_COUNTED, type AnnouncementFilter } from './announcement.store.js';

/** What is to be told, in MongoDB. */
export class MongoAnnouncementStore extends AnnouncementStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async add(all: NewAnnouncement[]): Promise<void> {
    if (!all.length) return;
    try {
      const rows = all.map(newRow) as never[];
      await this.db.announcements.collection.insertMany(rows, { ordered: false });
    } catch (error) {
      duplicatesOf(error);
    }
  }

  async due(now: number): Promise<string[]> {
    const targets = await this.db.targets.find({ enabled: true }, { _id: 1 }).lean();
    const due = await Promise.all(
      targets.map(({ _id }) => this.db.announcements.exists(dueTo(_id, now))),
    );
    return targets.flatMap(({ _id }, n) => (due[n] ? [_id] : []));
  }

  async claim(targetId: string, most: number, now: number, until: number, claim: string) {
    const claimed: Announcement[] = [];
    while (claimed.length < most) {
      const row = await this.db.announcements.findOneAndUpdate(
        dueTo(targetId, now),
        { $set: { due_at: new Date(until), claim }, $inc: { tries: 1 } },
        { sort: { due_at: 1 }, returnDocument: 'after', lean: true },
      );
      if (!row) break;
      claimed.push(toAnnouncement(row as AnnouncementRow));
    }
    return claimed;
  }

  async tried(_id: string, claim: string, tried: Tried): Promise<void> {
    const error = 'error' in tried ? { error: tried.error } : {};
    const set = {
      state: tried.state,
      ...error,
      ...('dueAt' in tried && { due_at: new Date(tried.dueAt) }),
      ...('at' in tried && { settled_at: new Date(tried.at) }),
    };
    const unset = { claim: 1, ...(!('error' in tried) && { error: 1 }) };
    const which = { _id, claim, state: 'waiting' };
    await this.db.announcements.updateOne(which, { $set: set, $unset: unset });
  }

  async page(limit: number, { state, targetId }: AnnouncementFilter, cursor?: string) {
    const which = {
      ...(state && { state }),
      ...(targetId && { target_id: targetId }),
      ...(cursor && { seq: { $lt: placeOf(cursor) } }),
    };
    const find = this.db.announcements.find(which).sort({ seq: -1 });
    const rows = await find.limit(limit + 1).lean<AnnouncementRow[]>();
    const page = rows.slice(0, limit);
    const next = rows.length > limit ? String(page.at(-1)!.seq) : null;
    return { items: page.map(toAnnouncement), next };
  }

  async counts() {
    const count = (state: string) =>
      this.db.announcements.countDocuments({ state }, { limit: MOST_COUNTED });
    const [waiting, failed] = await Promise.all([count('waiting'), count('failed')]);
    return { waiting, failed };
  }

  async again(_id: string): Promise<boolean> {
    const set = { state: 'waiting', due_at: new Date(0), tries: 0 };
    const { modifiedCount } = await this.db.announcements.updateOne(
      { _id, state: 'failed' },
      { $set: set, $unset: { settled_at: 1 } },
    );
    return modifiedCount > 0;
  }

  async discard(_id: string): Promise<boolean> {
    const { deletedCount } = await this.db.announcements.deleteOne({ _id, state: 'failed' });
    return deletedCount > 0;
  }

  async drop(ids: string[]): Promise<void> {
    await this.db.announcements.deleteMany({ _id: { $in: ids } });
  }

  async prune(state: AnnouncementState, before: number, most: number): Promise<number> {
    const which = { state, settled_at: { $lt: new Date(before) } };
    const rows = await this.db.announcements.find(which, { _id: 1 }).limit(most).lean();
    const { deletedCount } = await this.db.announcements.deleteMany({
      ...which,
      _id: { $in: rows.map(({ _id }) => _id) },
    });
    return deletedCount;
  }
}

export const open = (db: Collections): AnnouncementStore => new MongoAnnouncementStore(db);

function dueTo(target_id: string, now: number) {
  return { target_id, state: 'waiting', due_at: { $lte: new Date(now) } };
}

function newRow({ id, targetId, conversationId, about, happenedAt, ...rest }: NewAnnouncement) {
  return {
    _id: id,
    seq: nextInOrder(),
    target_id: targetId,
    ...rest,
    ...(conversationId && { conversation_id: conversationId }),
    ...(about && { about }),
    happened_at: new Date(happenedAt),
    state: 'waiting',
    due_at: new Date(0),
    tries: 0,
  };
}

function toAnnouncement(row: AnnouncementRow): Announcement {
  const { _id: id, target_id: targetId, conversation_id, about, tries, error, settled_at } = row;
  return {
    id,
    targetId,
    type: row.type as Announcement['type'],
    ...(conversation_id && { conversationId: conversation_id }),
    ...(about && { about }),
    facts: row.facts,
    happenedAt: row.happened_at.getTime(),
    state: row.state as AnnouncementState,
    dueAt: row.due_at.getTime(),
    tries,
    ...(error && { error }),
    ...(settled_at && { settledAt: settled_at.getTime() }),
  };
}

/** The place in the order that a cursor names. */
function placeOf(cursor: string): Timestamp {
  const place = BigInt(partsOf(cursor, /^(\d{1,20})$/)[0]);
  if (place >= 1n << 64n) throw new BadCursor();
  return new mongoose.mongo.Timestamp(place);
}
