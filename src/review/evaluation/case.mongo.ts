import { partsOf } from '../../http/cursor.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { EvaluationCaseRow } from '../../storage/mongo/rows/trace.js';
import type { CaseTurn, EvaluationCase } from './case.js';
import { CaseStore } from './case.store.js';

const IN_ORDER = { created_at: 1, _id: 1 } as const;

/** Cases for the evaluation in MongoDB. */
export class MongoCaseStore extends CaseStore {
  constructor(private readonly db: Collections) {
    super();
  }

  /** It writes to the answer's message, too: erasing that at the same time makes one of the two wait. */
  add(made: Omit<EvaluationCase, 'createdAt'>): Promise<EvaluationCase | undefined> {
    const { id: _id, answerId: answer_id, turn } = made;
    return this.db.transaction(async (session) => {
      const counted = { $inc: { cases: 1 } };
      const answer = await this.db.messages.updateOne({ _id: answer_id }, counted, { session });
      if (!answer.matchedCount) return undefined;
      const created_at = new Date();
      await this.db.evaluationCases.create([{ _id, answer_id, turn, created_at }], { session });
      return { ...made, createdAt: created_at.getTime() };
    });
  }

  async of(answer_id: string): Promise<EvaluationCase[]> {
    const rows = await this.db.evaluationCases.find({ answer_id }).sort(IN_ORDER).lean();
    return rows.map(caseIn);
  }

  async page(limit: number, cursor?: string) {
    const rows = await this.db.evaluationCases
      .find(cursor === undefined ? {} : after(cursor))
      .sort(IN_ORDER)
      .limit(limit + 1)
      .lean();
    const last = rows[limit - 1];
    const next = rows.length > limit ? `${last.created_at.getTime()}.${last._id}` : null;
    return { cases: rows.slice(0, limit).map(caseIn), next };
  }

  async remove(_id: string): Promise<boolean> {
    return (await this.db.evaluationCases.deleteOne({ _id })).deletedCount > 0;
  }
}

export const open = (db: Collections): CaseStore => new MongoCaseStore(db);

function caseIn({ _id, answer_id, turn, created_at }: EvaluationCaseRow): EvaluationCase {
  const createdAt = created_at.getTime();
  return { id: _id, answerId: answer_id, turn: turn as CaseTurn, createdAt };
}

function after(cursor: string): object {
  const [time, id] = partsOf(cursor, /^(\d{1,15})\.([0-9a-f-]{36})$/);
  const created_at = new Date(Number(time));
  return { $or: [{ created_at: { $gt: created_at } }, { created_at, _id: { $gt: id } }] };
}
