import mongoose from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Timestamp } from '../../storage/mongo/rows/message.js';
import { deleteConversations, deleteMessages } from '../erasure.mongo.js';
import { type Forgotten, NONE, RetentionStore } from './retention.store.js';

/** A message that is accepted meanwhile is moved into a new conversation by the intake. */
export class MongoRetentionStore extends RetentionStore {
  constructor(private readonly db: Collections) {
    super();
  }

  /** Needs no transaction: the turn goes last, and what a dead process left is found by it. */
  async turns(before: number, after: string | undefined, most: number): Promise<Forgotten> {
    const rows = await this.db.turns
      .find(behind(after), {
        seq: 1,
        conversation_id: 1,
        outcome: 1,
        failed: 1,
        created_at: 1,
        settled_at: 1,
      })
      .sort({ seq: 1 })
      .limit(most)
      .lean();
    const old = rows.filter(({ created_at }) => created_at.getTime() < before);
    const open = new Set(await this.unsettled(old.map(({ _id }) => _id)));
    const over = old.filter(
      ({ _id, outcome, failed, settled_at, created_at }) =>
        outcome && !failed && (settled_at ?? created_at).getTime() < before && !open.has(_id),
    );
    const ids = over.map(({ _id }) => _id);
    await this.forgetSummaries(
      over.map(({ conversation_id }) => conversation_id),
      before,
    );
    const messages = await this.messagesOf({ turn_id: { $in: ids } });
    await this.db.outbox.deleteMany({ turn_id: { $in: ids } });
    await this.db.turns.deleteMany({ _id: { $in: ids }, failed: { $ne: true } });
    return { ...NONE, turns: ids.length, messages, next: nextOf(rows, old, most) };
  }

  async questions(before: number, after: string | undefined, most: number): Promise<Forgotten> {
    const rows = await this.db.messages
      .find(
        { source: 'api', role: 'user', ...behind(after) },
        { seq: 1, turn_id: 1, created_at: 1 },
      )
      .sort({ seq: 1 })
      .limit(most)
      .lean();
    const old = rows.filter(({ created_at }) => created_at.getTime() < before);
    const answers = old.flatMap(({ turn_id }) => turn_id ?? []);
    const answered = await this.messagesOf({ turn_id: { $in: answers } });
    const alone = old.filter(({ turn_id }) => !turn_id).map(({ _id }) => _id);
    if (alone.length) await deleteMessages(this.db, alone);
    return { ...NONE, messages: answered + alone.length, next: nextOf(rows, old, most) };
  }

  async conversations(before: number, after: string | undefined, most: number): Promise<Forgotten> {
    const [at, id] = after?.split(' ') ?? [];
    const from = at === undefined ? [] : [later(new Date(Number(at)), id)];
    const rows = await this.db.conversations
      .find(
        { $and: [{ activity_at: { $lt: new Date(before) } }, ...from] },
        { ...STAYS, activity_at: 1 },
      )
      .sort({ activity_at: 1, _id: 1 })
      .limit(most)
      .lean();
    let count = 0;
    for (const row of rows) {
      if (Object.keys(STAYS).some((field) => row[field as keyof typeof STAYS])) continue;
      if (await this.deleteIfEmpty(row._id, before)) count++;
    }
    const last = rows.length === most ? rows.at(-1) : undefined;
    const next = last && `${last.activity_at!.getTime()} ${last._id}`;
    return { ...NONE, conversations: count, ...(next && { next }) };
  }

  async ended(): Promise<void> {
    // The server frees what was deleted.
  }

  /** Which of these turns have parts that may still change. */
  private unsettled(turns: string[]): Promise<string[]> {
    const $or = [
      { state: { $in: ['pending', 'sending'] } },
      { look_at: { $type: 'date' as const } },
    ];
    return this.db.outbox.distinct('turn_id', { turn_id: { $in: turns }, $or });
  }

  private async messagesOf(which: { turn_id: { $in: string[] } }): Promise<number> {
    const rows = await this.db.messages.find(which, { _id: 1 }).lean();
    if (rows.length)
      await deleteMessages(
        this.db,
        rows.map(({ _id }) => _id),
      );
    return rows.length;
  }

  private async forgetSummaries(ids: string[], before: number): Promise<void> {
    const which = { _id: { $in: ids }, 'summary.until': { $lt: new Date(before) } };
    if (ids.length) await this.db.conversations.updateMany(which, { $unset: { summary: 1 } });
  }

  /**
   * Deletes a conversation and those merged into it, if nothing is left in any of them. Whoever wakes
   * its mailbox at this moment writes to the same row: one of the two runs again.
   */
  private deleteIfEmpty(id: string, before: number): Promise<boolean> {
    const { conversations, messages, turns, outbox } = this.db;
    return this.db.transaction(async (session) => {
      const which = { $or: [{ _id: id }, { merged_into: id }] };
      const rows = await conversations.find(which, null, { session }).lean();
      const ids = rows.map(({ _id }) => _id);
      const busy = rows.some((row) => row.due_at || (row._id === id && !isOver(row, before)));
      const theirs = { conversation_id: { $in: ids } };
      if (busy || (await messages.exists(theirs).session(session))) return false;
      if (await turns.exists(theirs).session(session)) return false;
      if (await outbox.exists(theirs).session(session)) return false;
      await deleteConversations(this.db, ids, session);
      return ids.length > 0;
    });
  }
}

export const open = (db: Collections): RetentionStore => new MongoRetentionStore(db);

/** What keeps a conversation; one that was merged into another goes with that. */
const STAYS = { opted_out_at: 1, waiting_since: 1, merged_into: 1 } as const;

interface Row {
  activity_at?: Date;
  opted_out_at?: Date;
  waiting_since?: Date;
}

function isOver({ activity_at, opted_out_at, waiting_since }: Row, before: number): boolean {
  return !opted_out_at && !waiting_since && (activity_at?.getTime() ?? before) < before;
}

function behind(after: string | undefined): { seq: { $gt: Timestamp } } {
  const { Timestamp } = mongoose.mongo;
  return { seq: { $gt: Timestamp.fromString(after ?? '0', 10) as Timestamp } };
}

function later(at: Date, id: string) {
  return { $or: [{ activity_at: { $gt: at } }, { activity_at: at, _id: { $gt: id } }] };
}

/** Rows are in the order of their time: where one isn't old, those behind it aren't either. */
function nextOf(rows: { seq: Timestamp }[], old: object[], most: number): string | undefined {
  return rows.length === most && old.length === most ? rows.at(-1)!.seq.toString() : undefined;
}
