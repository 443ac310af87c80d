import type { Collections } from '../../storage/mongo/collections.js';
import type { FeedbackRow, MessageRow } from '../../storage/mongo/rows/message.js';
import type { Feedback, Verdict } from '../reviewed.js';
import { FeedbackStore, type Judged, type JudgedCursor } from './feedback.store.js';

/** Feedback in MongoDB: part of the answer's message, and erased with it. */
export class MongoFeedbackStore extends FeedbackStore {
  constructor(private readonly db: Collections) {
    super();
  }

  async judge(
    answerId: string,
    { verdict, note }: Pick<Feedback, 'verdict' | 'note'>,
  ): Promise<Feedback | undefined> {
    const given = { 'feedback.verdict': verdict, 'feedback.note': note };
    const row = await this.db.messages
      .findOneAndUpdate({ _id: answerId, role: 'assistant' }, changeOf(given), AFTER)
      .lean();
    return row?.feedback && feedbackIn(row.feedback);
  }

  async corrected(answerId: string, correctionId: string): Promise<boolean> {
    const answer = { _id: answerId, role: 'assistant' as const };
    const given = { $ifNull: ['$feedback.given_at', '$$NOW'] };
    const corrected = { correction_id: { $literal: correctionId }, given_at: given };
    const feedback = { $mergeObjects: ['$feedback', corrected] };
    const { matchedCount } = await this.db.messages.updateOne(answer, [{ $set: { feedback } }], {
      updatePipeline: true,
    });
    return matchedCount > 0;
  }

  async judged(
    verdict: Verdict | undefined,
    limit: number,
    after?: JudgedCursor,
  ): Promise<Judged[]> {
    const rows = await this.db.messages
      .find({ 'feedback.verdict': verdict ?? { $exists: true }, ...(after && before(after)) })
      .sort({ 'feedback.given_at': -1, _id: -1 })
      .limit(limit)
      .lean<MessageRow[]>();
    const questions = await this.questionsTo(rows);
    return rows.map((row) => ({
      answerId: row._id,
      conversationId: row.conversation_id,
      question: questions.get(row._id)?.join('\n') ?? '',
      answer: row.text,
      feedback: feedbackIn(row.feedback!),
    }));
  }

  private async questionsTo(answers: MessageRow[]): Promise<Map<string, string[]>> {
    const asked = await this.db.messages
      .find({ turn_id: { $in: answers.map(({ _id }) => _id) }, role: 'user' })
      .sort({ seq: 1 })
      .lean<MessageRow[]>();
    const texts = new Map<string, string[]>();
    for (const { turn_id, text } of asked)
      texts.set(turn_id!, [...(texts.get(turn_id!) ?? []), text]);
    return texts;
  }
}

export const open = (db: Collections): FeedbackStore => new MongoFeedbackStore(db);

const AFTER = { returnDocument: 'after' } as const;

/** Sets what is given, and takes away what isn't. */
function changeOf(given: Record<string, string | undefined>) {
  const names = Object.keys(given);
  const set = Object.fromEntries(names.filter((name) => given[name]).map((n) => [n, given[n]]));
  const unset = Object.fromEntries(names.filter((name) => !given[name]).map((n) => [n, 1]));
  return { $set: { ...set, 'feedback.given_at': new Date() }, $unset: unset } as object;
}

function before({ at, id }: JudgedCursor): object {
  const given_at = new Date(at);
  const same = { 'feedback.given_at': given_at, _id: { $lt: id } };
  return { $or: [{ 'feedback.given_at': { $lt: given_at } }, same] };
}

/** Feedback as it was read from its message. */
export function feedbackIn({ verdict, note, correction_id, given_at }: FeedbackRow): Feedback {
  return {
    ...(verdict && { verdict }),
    ...(note && { note }),
    ...(correction_id && { correctionId: correction_id }),
    givenAt: given_at.getTime(),
  };
}
