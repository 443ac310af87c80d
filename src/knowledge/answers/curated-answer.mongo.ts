import { type ClientSession, Types } from 'mongoose';
import { partsOf } from '../../http/cursor.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { CuratedAnswerRow } from '../../storage/mongo/rows/curated-answer.js';
import type { Correction, CuratedAnswer, ServedAnswer } from './curated-answer.js';
import { CuratedAnswerRepository } from './curated-answer.repository.js';
import { NEVER, servedOf } from './served.mongo.js';

const IN_ORDER = { created_at: 1, _id: 1 } as const;
const VERSION = 'answers_version';

/** Curated answers in MongoDB. `settings` holds their version, which each transaction raises. */
export class MongoCuratedAnswerRepository extends CuratedAnswerRepository {
  constructor(private readonly db: Collections) {
    super();
  }

  add(answer: CuratedAnswer): Promise<void> {
    return this.db.transaction(async (session) => {
      await this.db.curated.create([rowOf(answer)], { session });
      await this.raiseVersion(session);
    });
  }

  change(id: string, correction: Correction): Promise<ServedAnswer | undefined> {
    const { updatedAt: updated_at, messageId, ...rest } = correction;
    const $set = { ...rest, updated_at, ...(messageId && { message_id: messageId }) };
    return this.db.transaction(async (session) => {
      const options = { session, returnDocument: 'after' } as const;
      const row = await this.db.curated
        .findOneAndUpdate({ id }, { $set }, options)
        .lean<CuratedAnswerRow>();
      if (row) await this.raiseVersion(session);
      return row ? this.withCount(row, session) : undefined;
    });
  }

  remove(id: string): Promise<boolean> {
    return this.db.transaction(async (session) => {
      const { deletedCount } = await this.db.curated.deleteOne({ id }, { session });
      await this.db.served.deleteMany({ answer_id: id }, { session });
      if (deletedCount) await this.raiseVersion(session);
      return deletedCount > 0;
    });
  }

  async find(id: string): Promise<ServedAnswer | undefined> {
    const row = await this.db.curated.findOne({ id }).lean<CuratedAnswerRow>();
    return row ? this.withCount(row) : undefined;
  }

  async all(): Promise<CuratedAnswer[]> {
    const rows = await this.db.curated.find().sort(IN_ORDER).lean<CuratedAnswerRow[]>();
    return rows.map(answerOf);
  }

  async page(limit: number, cursor?: string) {
    const rows = await this.db.curated
      .find(cursor ? after(cursor) : {})
      .sort(IN_ORDER)
      .limit(limit + 1)
      .lean<(CuratedAnswerRow & { _id: Types.ObjectId })[]>();
    const last = rows[limit - 1];
    const next = rows.length > limit ? `${last.created_at}.${last._id.toHexString()}` : null;
    return { answers: await this.withCounts(rows.slice(0, limit).map(answerOf)), next };
  }

  private async withCount(row: CuratedAnswerRow, session?: ClientSession): Promise<ServedAnswer> {
    return (await this.withCounts([answerOf(row)], session))[0];
  }

  private async withCounts(answers: CuratedAnswer[], session?: ClientSession) {
    const ids = answers.map(({ id }) => id);
    const counts = await servedOf(this.db, ids, session);
    return answers.map((answer) => ({ ...answer, ...(counts.get(answer.id) ?? NEVER) }));
  }

  async version(): Promise<number> {
    return (await this.db.mongo.settings<number>().findOne({ _id: VERSION }))?.value ?? 0;
  }

  private async raiseVersion(session: ClientSession): Promise<void> {
    await this.db.mongo
      .settings<number>()
      .updateOne(
        { _id: VERSION },
        { $inc: { value: 1 }, $setOnInsert: { name: VERSION } },
        { upsert: true, session },
      );
  }
}

export const open = (db: Collections): CuratedAnswerRepository =>
  new MongoCuratedAnswerRepository(db);

function rowOf({ messageId, createdAt, updatedAt, ...rest }: CuratedAnswer): CuratedAnswerRow {
  const times = { created_at: createdAt, updated_at: updatedAt };
  return { ...rest, ...times, ...(messageId && { message_id: messageId }) };
}

function answerOf(row: CuratedAnswerRow): CuratedAnswer {
  const { id, questions, answer, message_id, line, created_at, updated_at } = row;
  const origin = { ...(message_id && { messageId: message_id }), ...(line && { line }) };
  return { id, questions, answer, ...origin, createdAt: created_at, updatedAt: updated_at };
}

function after(cursor: string): object {
  const [time, id] = partsOf(cursor, /^(\d{1,15})\.([0-9a-f]{24})$/);
  const later = { created_at: Number(time), _id: { $gt: new Types.ObjectId(id) } };
  return { $or: [{ created_at: { $gt: Number(time) } }, later] };
}
