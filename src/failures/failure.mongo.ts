import type { ClientSession, Model } from 'mongoose';
import { ConversationSchema, type ConversationRow } from '../sessions/conversation.mongo.js';
import type { Mongo } from '../storage/mongo/mongo.js';
import { FailureStore, type Retried } from './failure.store.js';
import { OutboxSchema, toTurn, TurnSchema } from '../mailbox/turns/turn-row.mongo.js';
import type { OutboxRow, TurnRow } from '../mailbox/turns/turn-row.mongo.js';
import { canBeRetried, RETRIED, retriedAgainst } from '../mailbox/turns/turn.js';
import { wakeNow } from '../mailbox/queue/wake.mongo.js';

/** Decisions about failures, on MongoDB. */
export class MongoFailureStore extends FailureStore {
  private constructor(
    private readonly mongo: Mongo,
    private readonly conversations: Model<ConversationRow>,
    private readonly turns: Model<TurnRow>,
    private readonly outbox: Model<OutboxRow>,
  ) {
    super();
  }

  static async open(mongo: Mongo): Promise<MongoFailureStore> {
    return new MongoFailureStore(
      mongo,
      await mongo.model('conversations', ConversationSchema),
      await mongo.model('turns', TurnSchema),
      await mongo.model('outbox', OutboxSchema),
    );
  }

  retry(turn_id: string): Promise<Retried> {
    return this.mongo.transaction(async (session) => {
      const row = await this.turns.findById(turn_id, null, { session }).lean<TurnRow>();
      if (!row) return 'unknown';
      const parts = await this.outbox.find({ turn_id }, null, { session }).lean<OutboxRow[]>();
      const turn = toTurn(row, parts);
      if (!canBeRetried(turn)) return 'nothing to retry';
      const id = row.conversation_id;
      const optedOut = { _id: id, opted_out_at: { $type: 'date' as const } };
      const out = !!(await this.conversations.exists(optedOut).session(session));
      const against = retriedAgainst(turn, out);
      if (against) return against;
      await this.reopen(turn_id, session);
      await wakeNow(this.conversations, [id], session);
      return 'retried';
    });
  }

  private async reopen(turn_id: string, session: ClientSession): Promise<void> {
    await this.outbox.updateMany(
      { turn_id, state: { $in: RETRIED } },
      {
        $set: { state: 'pending', attempts: 0, chances: 0 },
        $unset: { retry_at: 1, held: 1 },
        $currentDate: { updated_at: true },
      },
      { session },
    );
    const again = { settled_at: 1, failed: 1, cancelled: 1 } as const;
    const change = { $set: { outcome: null }, $unset: again, $inc: { revision: 1 } };
    await this.turns.updateOne({ _id: turn_id }, change, { session });
  }

  async discard(_id: string): Promise<boolean> {
    const failed = [{ error: { $exists: true } }, { outcome: { $in: ['dead', 'uncertain'] } }];
    const which = { _id, $or: failed } as object;
    const { matchedCount } = await this.turns.updateOne(which, { $unset: { failed: 1 } });
    return matchedCount === 1;
  }
}
