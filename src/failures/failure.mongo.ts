import type { ClientSession } from 'mongoose';
import type { Message } from '../chat/messages/message.js';
import { toMessage } from '../chat/messages/message.mongo.js';
import { BadCursor } from '../http/cursor.js';
import { rememberAttempts } from '../mailbox/outbox/callbacks/former-attempts.mongo.js';
import { isClosed } from '../mailbox/outbox/window/closed.mongo.js';
import { RETRIED } from '../mailbox/turns/part.js';
import { takePlace } from './place.mongo.js';
import { toTurn, withParts } from '../mailbox/turns/turn-row.mongo.js';
import { canBeRetried, type Outcome, OUTCOMES, retriedAgainst } from '../mailbox/turns/turn.js';
import { REACHABLE } from '../sessions/conversation.mongo.js';
import type { Collections } from '../storage/mongo/collections.js';
import { OF_KIND, type TurnRow } from '../storage/mongo/rows/turn.js';
import {
  type FailureCounts,
  FailureStore,
  type FailureRecord,
  type Kind,
  kindOf,
  type Retried,
  retriedTooLate,
} from './failure.store.js';

/** The outcomes of each kind, one by one: so each is a place in the index. */
const outcomesOf = (kind: Kind) => [...OUTCOMES, null].filter((of) => kindOf(of) === kind);

/** Failures in MongoDB. */
export class MongoFailureStore extends FailureStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async list(limit: number, before?: string, kind?: Kind): Promise<FailureRecord[]> {
    const last = before ? await this.db.turns.findById(before).lean() : undefined;
    if (last === null) throw new BadCursor();
    const found = this.db.turns
      .find({
        ...(await this.listed()),
        ...(kind && { outcome: { $in: outcomesOf(kind) } }),
        ...(last && { seq: { $lt: last.seq } }),
      })
      .sort({ seq: -1 })
      .limit(limit);
    const rows = await (kind ? found.hint(OF_KIND) : found).lean();
    const [turns, asked] = await Promise.all([withParts(this.db, rows), this.asked(rows)]);
    return turns.map(({ id, conversationId, outcome, mode, parts }, n) => ({
      id,
      conversationId,
      asked: asked.filter(({ turnId }) => turnId === id),
      mode,
      outcome,
      error: rows[n].error,
      createdAt: rows[n].created_at.getTime(),
      parts: parts.map((part) => ({ ...part, ...part.error })),
    }));
  }

  /** What the senders wrote that these turns cover, the oldest first. */
  private async asked(rows: TurnRow[]): Promise<Message[]> {
    const which = { turn_id: { $in: rows.map(({ _id }) => _id) }, role: 'user' as const };
    const found = await this.db.messages.find(which).sort({ seq: 1 }).lean();
    return found.map(toMessage);
  }

  async counts(): Promise<FailureCounts> {
    const counted = await this.db.turns.aggregate<{ _id: Outcome | null; n: number }>([
      { $match: await this.listed() },
      { $group: { _id: '$outcome', n: { $sum: 1 } } },
    ]);
    const counts: FailureCounts = { dead: 0, uncertain: 0, fallback: 0 };
    for (const { _id, n } of counted) counts[kindOf(_id)] += n;
    return counts;
  }

  private async listed() {
    const erased = await this.db.erasures.distinct('_id');
    return { failed: true, ...(erased.length && { conversation_id: { $nin: erased } }) };
  }

  retry(turn_id: string): Promise<Retried> {
    return this.db.transaction(async (session) => {
      const row = await this.db.turns.findById(turn_id, null, { session }).lean();
      if (!row) return 'unknown';
      const parts = await this.db.outbox.find({ turn_id }, null, { session }).lean();
      const turn = toTurn(row, parts);
      if (!canBeRetried(turn)) return 'nothing to retry';
      const conversation = await this.nowOf(row.conversation_id, session);
      const against = retriedAgainst(turn, !!conversation?.opted_out_at);
      const closed = conversation && (await isClosed(this.db, conversation, session));
      const refused = against ?? retriedTooLate(turn.parts, !!closed, Date.now());
      if (refused) return refused;
      // Whoever has it sent again says that the sender can be reached.
      if (conversation?.unreachable_at)
        await this.db.conversations.updateOne({ _id: conversation._id }, REACHABLE, { session });
      await this.reopen(turn_id, session);
      await takePlace(this.db, row, conversation?._id ?? row.conversation_id, session);
      return 'retried';
    });
  }

  /** The conversation that the turn's is now: a merged one's contents may still have to be moved. */
  private async nowOf(id: string, session: ClientSession) {
    const row = await this.db.conversations.findById(id, null, { session }).lean();
    const into = row?.merged_into;
    return into ? this.db.conversations.findById(into, null, { session }).lean() : row;
  }

  /** Puts the turn back to work, with all its parts that were not accepted. */
  private async reopen(turn_id: string, session: ClientSession): Promise<void> {
    await rememberAttempts(this.db, { turn_id, state: 'uncertain' }, session);
    await this.db.outbox.updateMany(
      { turn_id, state: { $in: RETRIED } },
      {
        $set: { state: 'pending', attempts: 0, chances: 0, set_off: 'person' },
        $unset: { retry_at: 1, held: 1 },
        $currentDate: { updated_at: true },
      },
      { session },
    );
    const again = { settled_at: 1, failed: 1, cancelled: 1 } as const;
    const change = { $set: { outcome: null }, $unset: again, $inc: { revision: 1 } };
    await this.db.turns.updateOne({ _id: turn_id }, change, { session });
  }

  async discard(_id: string): Promise<boolean> {
    const failed = [{ error: { $exists: true } }, { outcome: { $in: ['dead', 'uncertain'] } }];
    const which = { _id, $or: failed } as object;
    const { matchedCount } = await this.db.turns.updateOne(which, { $unset: { failed: 1 } });
    return matchedCount === 1;
  }
}

export const open = (db: Collections): FailureStore => new MongoFailureStore(db);
