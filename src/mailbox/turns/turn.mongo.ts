import type { ClientSession } from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import { SameTick } from '../../storage/mongo/same-tick.js';
import { holds } from '../queue/mailbox-row.mongo.js';
import type { Claim } from '../queue/queue.store.js';
import { MongoAnswers } from './storing/answers.mongo.js';
import type { Stored } from './first-attempt.js';
import { NO_CALLBACK } from './part.js';
import { cancelTurns, settleTurn } from './settlement.mongo.js';
import { withParts } from './turn-row.mongo.js';
import type { Outcome, Turn } from './turn.js';
import { type Answered, TurnStore } from './turn.store.js';
import type { Draft, Work } from './work.js';
import { readWork } from './work.mongo.js';

/** Turns in MongoDB. */
export class MongoTurnStore extends TurnStore {
  private readonly opening = new SameTick((claims: Claim[]) => this.openAll(claims));
  private readonly answers: MongoAnswers;

  constructor(private readonly db: Collections) {
    super();
    this.answers = new MongoAnswers(db);
  }

  open(claim: Claim): Promise<Work | null> {
    return this.opening.call(claim);
  }

  /** One that can't be read doesn't keep the others from being worked on. */
  private async openAll(claims: Claim[]): Promise<(Work | null | Error)[]> {
    try {
      return await readWork(this.db, claims);
    } catch (error) {
      if (claims.length === 1) throw error;
      const each = claims.map((claim) => readWork(this.db, [claim]).then(([work]) => work));
      return (await Promise.allSettled(each)).map((one) =>
        one.status === 'fulfilled' ? one.value : (one.reason as Error),
      );
    }
  }

  answer(claim: Claim, draft: Draft): Promise<Stored> {
    return this.answers.add(claim, draft);
  }

  async cancel(claim: Claim): Promise<void> {
    await this.db.transaction(async (session) => {
      if (await holds(this.db, claim, session))
        await cancelTurns(this.db, claim.conversationId, 'opted_out', session);
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
