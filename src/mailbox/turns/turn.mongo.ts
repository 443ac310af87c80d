import type { ClientSession } from 'mongoose';
import { countServed } from '../../knowledge/answers/served.mongo.js';
import { toMessage } from '../../chat/messages/message.mongo.js';
import { OPTED_OUT, waitForPerson } from '../../sessions/conversation.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { ConversationRow } from '../../storage/mongo/rows/conversation.js';
import { holds } from '../queue/mailbox-row.mongo.js';
import type { Claim } from '../queue/queue.store.js';
import { NO_CALLBACK } from './part.js';
import { cover, lastInboundAt } from './received.mongo.js';
import { cancelTurns, settleTurn, publishOutcome } from './settlement.mongo.js';
import { insertTurn } from './turn-insert.mongo.js';
import { toTurn, withParts } from './turn-row.mongo.js';
import type { Outcome, Turn } from './turn.js';
import { type Answered, TurnStore } from './turn.store.js';
import { type Draft, madeOf, MOST_WAITING, NOTHING_TO_SEND, type Work } from './work.js';

/** Turns in MongoDB. */
export class MongoTurnStore extends TurnStore {
  constructor(private readonly db: Collections) {
    super();
  }

  /**
   * Reads the mailbox's row before everything else. A message that arrives later raises the row's
   * `wakes`, so that the release sees that this visit didn't know of it.
   */
  async open({ conversationId, token }: Claim): Promise<Work | null> {
    const [row] = await this.db.conversations.aggregate<ConversationRow & { now: Date }>([
      { $match: { _id: conversationId, token } },
      { $set: { now: '$$NOW' } },
    ]);
    if (!row) return null;
    const awaitsMerge = !!row.has_merged && (await this.awaitsMerge(conversationId));
    const [unsettled, waiting, latest] = await this.contents(conversationId);
    const [first] = unsettled;
    const parts = first && (await this.db.outbox.find({ turn_id: first._id }).lean());
    const all = waiting.length < MOST_WAITING ? waiting.length : await this.count(conversationId);
    return {
      turn: first && toTurn(first, parts),
      unsettled: unsettled.length,
      waiting: waiting.map(toMessage),
      waitingInAll: all,
      wakes: row.wakes,
      window: row.window,
      mergedInto: row.merged_into,
      awaitsMerge,
      takenOver: !!row.taken_at,
      waitingSince: row.waiting_since?.getTime(),
      optedOut: !!row.opted_out_at,
      lastInboundAt: latest,
      now: row.now.getTime(),
    };
  }

  /** A merged mailbox is due as long as it isn't empty. Ask before the contents are read. */
  private async awaitsMerge(merged_into: string): Promise<boolean> {
    const due = { merged_into, due_at: { $type: 'date' as const } };
    return !!(await this.db.conversations.exists(due));
  }

  /** Reads the unsettled turns, the first waiting messages, and when the sender last wrote. */
  private contents(conversation_id: string) {
    const which = { waiting: true, conversation_id };
    const waiting = this.db.messages.find(which, { received: 0 });
    return Promise.all([
      this.db.turns.find({ outcome: null, conversation_id }).sort({ seq: 1 }).lean(),
      waiting.sort({ seq: 1 }).limit(MOST_WAITING).lean(),
      lastInboundAt(this.db, conversation_id),
    ]);
  }

  answer(claim: Claim, draft: Draft): Promise<'stored' | 'outdated' | 'lost'> {
    return this.db.transaction(async (session) => {
      if (!(await holds(this.db, claim, session))) return 'lost';
      const waiting = await this.count(claim.conversationId, session);
      if (!draft.evenIfOutdated && waiting !== draft.seen) return 'outdated';
      if (!draft.parts.length && !draft.outcome) throw new Error(NOTHING_TO_SEND);
      if (draft.optOut !== undefined) await this.optOut(claim, draft.optOut, session);
      if (draft.handover) await waitForPerson(this.db, claim.conversationId, session);
      const content = { ...draft, made: madeOf(claim, draft) };
      await insertTurn(this.db, claim.conversationId, content, session);
      await cover(this.db, claim.conversationId, draft, session);
      if (!draft.parts.length) await publishOutcome(this.db, draft.turnId, draft.outcome!, session);
      await countServed(this.db, draft.sources, session);
      return 'stored';
    });
  }

  private async optOut({ conversationId: _id }: Claim, out: boolean, session: ClientSession) {
    const change = out ? OPTED_OUT : { $unset: { opted_out_at: 1 } };
    await this.db.conversations.updateOne({ _id }, change as object, { session });
    if (out) await this.cancelAll(_id, session);
  }

  private cancelAll(conversationId: string, session: ClientSession): Promise<number> {
    return cancelTurns(this.db, conversationId, 'opted_out', session);
  }

  async cancel(claim: Claim): Promise<void> {
    await this.db.transaction(async (session) => {
      if (await holds(this.db, claim, session)) await this.cancelAll(claim.conversationId, session);
    });
  }

  giveUp(claim: Claim, turnId: string, error: string): Promise<Outcome | undefined> {
    return this.db.transaction(async (session) => {
      if (!(await holds(this.db, claim, session))) return undefined;
      await this.giveUpParts(turnId, error, session);
      const failed = { $set: { error, failed: true } };
      await this.db.turns.updateOne({ _id: turnId }, failed, { session });
      return settleTurn(this.db, turnId, session);
    });
  }

  private async giveUpParts(turn_id: string, message: string, session: ClientSession) {
    await this.db.outbox.updateMany(
      { turn_id, state: { $nin: ['accepted', 'sending'] } },
      { $set: { state: 'dead', error: { message } }, $unset: { retry_at: 1, held: 1 } },
      { session },
    );
    const known = { $ifNull: ['$error', { $literal: { message: NO_CALLBACK } }] };
    await this.db.outbox.updateMany(
      { turn_id, state: 'sending' },
      [{ $set: { state: 'uncertain', error: known } }],
      { session, updatePipeline: true },
    );
  }

  private count(conversation_id: string, session?: ClientSession): Promise<number> {
    return this.db.messages.countDocuments({ waiting: true, conversation_id }, { session });
  }

  async find(ids: string[]): Promise<Turn[]> {
    return withParts(this.db, await this.db.turns.find({ _id: { $in: ids } }).lean());
  }

  async answerTo(messageId: string): Promise<Answered> {
    const message = await this.db.messages.findById(messageId).lean();
    const turn = message?.turn_id && (await this.db.turns.findById(message.turn_id).lean());
    return { done: !message || !!turn, answer: (turn && turn.answer) || null };
  }
}

export const open = (db: Collections): TurnStore => new MongoTurnStore(db);
