import type { ClientSession } from 'mongoose';
import { wakeNow } from '../mailbox/queue/mailbox-row.mongo.js';
import { MOST_COUNTED } from '../mailbox/queue/queue.store.js';
import { isClosed } from '../mailbox/outbox/window/closed.mongo.js';
import { unsendable } from '../mailbox/turns/recipient/recipient.js';
import { standingIn } from '../mailbox/turns/recipient/recipient.mongo.js';
import { cancelTurns } from '../mailbox/turns/settlement.mongo.js';
import { insertTurns } from '../mailbox/turns/storing/turn-insert.mongo.js';
import { FENCE } from '../sessions/fence.mongo.js';
import {
  beginWait,
  giveBack,
  givenBack,
  noted,
  WITH_A_PERSON,
} from '../sessions/handover/handover.mongo.js';
import { noteReply } from '../sessions/conversation.mongo.js';
import { MongoSessionRepository } from '../sessions/session.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import { isDuplicateKey } from '../storage/mongo/errors.js';
import type { TurnRow } from '../storage/mongo/rows/turn.js';
import {
  type Refused,
  type Replied,
  type Reply,
  TakeoverStore,
  type Telling,
  type Waiting,
} from './takeover.store.js';

const UNMERGED = { merged_into: { $exists: false } } as const;

/** Takeovers and replies in MongoDB. */
export class MongoTakeoverStore extends TakeoverStore {
  private readonly sessions: MongoSessionRepository;

  constructor(private readonly db: Collections) {
    super();
    this.sessions = new MongoSessionRepository(db);
  }

  takeOver(conversationId: string): Promise<boolean> {
    return this.withConversation(conversationId, async (_id, session) => {
      const { modifiedCount } = await this.db.conversations.updateOne(
        { _id, taken_at: { $exists: false } },
        [{ $set: { taken_at: '$$NOW', ...noted('taken_over', 'takeover'), ...FENCE } }],
        { session, updatePipeline: true },
      );
      if (modifiedCount) await cancelTurns(this.db, _id, 'human', session);
    });
  }

  async handOver(conversationId: string, { wait, told, windowMs }: Telling) {
    let optedOut = false;
    const known = await this.withConversation(conversationId, async (_id, session) => {
      const began = await beginWait(this.db, _id, wait, session);
      const refused = await this.refusal(_id, windowMs, session);
      optedOut = refused === 'opted out';
      if (!began) return;
      const fenced = [{ $set: FENCE }];
      await this.db.conversations.updateOne({ _id }, fenced, { session, updatePipeline: true });
      await cancelTurns(this.db, _id, 'human', session);
      const turn = { conversationId: _id, content: told };
      if (!refused) await insertTurns(this.db, [turn], session);
    });
    if (!known) return 'unknown';
    return optedOut ? 'opted out' : undefined;
  }

  release(conversationId: string): Promise<boolean> {
    return this.withConversation(conversationId, async (_id, session) => {
      await giveBack(this.db, _id, 'operator', session);
    });
  }

  /**
   * Runs `work` for the conversation that the id stands for now. A concurrent merge either comes
   * before it, or conflicts with the transaction, which then runs again.
   */
  private withConversation(
    conversationId: string,
    work: (id: string, session: ClientSession) => Promise<void>,
  ): Promise<boolean> {
    return this.db.transaction(async (session) => {
      const id = await this.sessions.resolve(conversationId, session);
      if (id) await work(id, session);
      return !!id;
    });
  }

  /**
   * When two calls have the same key, one fails with a duplicate key and returns the other's reply.
   */
  async reply(conversationId: string, reply: Reply): Promise<Replied> {
    const id = await this.sessions.resolve(conversationId);
    if (!id) return { kind: 'unknown' };
    const key = reply.key === undefined ? undefined : `${conversationId} ${reply.key}`;
    try {
      return await this.db.transaction((session) => this.store(id, reply, key, session));
    } catch (error) {
      if (isDuplicateKey(error)) return this.reply(conversationId, reply);
      throw error;
    }
  }

  private async store(
    _id: string,
    reply: Reply,
    reply_key: string | undefined,
    session: ClientSession,
  ): Promise<Replied> {
    const former = reply_key && (await this.replied({ reply_key }, session));
    if (former) return { kind: 'repeated', ...former };
    // Writes to the mailbox's row first, so that a concurrent opt-out or erasure conflicts with it.
    await wakeNow(this.db, [_id], session);
    const refused = await this.refusal(_id, reply.windowMs, session);
    if (refused) return { kind: refused };
    const { turnId, text, parts } = reply;
    const content = { turnId, limited: false, answer: text, parts, mode: 'person' };
    await insertTurns(this.db, [{ conversationId: _id, content }], session);
    await noteReply(this.db, _id, session);
    if (reply_key) {
      await this.db.turns.updateOne({ _id: turnId }, { $set: { reply_key } }, { session });
    }
    return { kind: 'stored', ...(await this.replied({ _id: turnId }, session))! };
  }

  /** Says why nothing may be sent to the sender; undefined when it may. */
  private async refusal(
    _id: string,
    windowMs: number | undefined,
    session: ClientSession,
  ): Promise<Refused | undefined> {
    const row = await this.db.conversations.findById(_id, null, { session }).lean();
    if (!row) return 'unknown';
    const why = unsendable(standingIn(row));
    if (why) return why;
    const closed = await isClosed(this.db, row, session, windowMs);
    if (closed === undefined) return 'no address';
    return closed && windowMs !== undefined ? 'window closed' : undefined;
  }

  private async replied(which: Partial<TurnRow>, session: ClientSession) {
    const row = await this.db.turns.findOne(which, null, { session }).lean();
    if (!row) return null;
    const { _id: id, conversation_id: conversationId } = row;
    return { id, conversationId, text: row.answer!, createdAt: row.created_at.getTime() };
  }

  async giveBackSilent(silentMs: number, most: number): Promise<string[]> {
    const { conversations } = this.db;
    const before = new Date(Date.now() - silentMs);
    const candidates = await Promise.all(
      WITH_A_PERSON.$or.map((who) =>
        conversations
          .find({ ...who, ...UNMERGED, activity_at: { $lte: before } }, { _id: 1 })
          .where({ $or: [{ promised_at: { $exists: false } }, { promised_at: { $lte: before } }] })
          .sort({ activity_at: 1 })
          .limit(most)
          .lean(),
      ),
    );
    const given: string[] = [];
    for (const _id of new Set(candidates.flat().map((row) => row._id)))
      if (given.length < most && (await this.giveBackIfSilent(_id, silentMs))) given.push(_id);
    return given;
  }

  /** By the server's clock, and what it says of the conversation now. */
  private async giveBackIfSilent(_id: string, silentMs: number): Promise<boolean> {
    const before = { $subtract: ['$$NOW', silentMs] };
    const silent = { $lte: [{ $max: ['$activity_at', '$promised_at'] }, before] };
    const { modifiedCount } = await this.db.conversations.updateOne(
      { _id, ...UNMERGED, ...WITH_A_PERSON, $expr: silent },
      [...givenBack('silence')],
      { updatePipeline: true },
    );
    return modifiedCount > 0;
  }

  async waiting(): Promise<Waiting> {
    const { conversations } = this.db;
    const which = { waiting_since: { $type: 'date' as const } };
    const longest = conversations.findOne(which, { waiting_since: 1 }).sort({ waiting_since: 1 });
    const [count, first] = await Promise.all([
      conversations.countDocuments(which, { limit: MOST_COUNTED }),
      longest.lean(),
    ]);
    const now = Date.now();
    return { count, oldestMs: Math.max(0, now - (first?.waiting_since?.getTime() ?? now)) };
  }
}

export const open = (db: Collections): TakeoverStore => new MongoTakeoverStore(db);
