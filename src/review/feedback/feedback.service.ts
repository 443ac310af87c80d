import { Injectable } from '@nestjs/common';
import { partsOf } from '../../http/cursor.js';
import { paged } from '../../http/page.js';
import { noSuchMessage } from '../../http/message-id.js';
import { ReviewsService } from '../reviews.service.js';
import {
  type FeedbackQuery,
  type FeedbackRequest,
  FeedbackView,
  JudgedAnswer,
  type JudgedAnswerPage,
} from './feedback.dto.js';
import { FeedbackStore, type Judged, type JudgedCursor } from './feedback.store.js';

/** Takes what people think of answers, and lists it. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly feedback: FeedbackStore,
  ) {}

  /** Keeps a verdict. Throws a `Problem`: 404 for an unknown message, 409 for one without an answer. */
  async judge(sid: string, { verdict, note }: FeedbackRequest): Promise<FeedbackView> {
    const { answerId } = await this.reviews.answered(sid);
    const words = verdict && note?.trim();
    const given = { ...(verdict && { verdict }), ...(words && { note: words }) };
    const kept = await this.feedback.judge(answerId, given);
    if (!kept) throw noSuchMessage();
    return FeedbackView.of(kept);
  }

  /** The answers that were judged. Throws a `BadCursor` for a cursor that no page gave. */
  async page({ limit, cursor, verdict }: FeedbackQuery): Promise<JudgedAnswerPage> {
    const after = cursor === undefined ? undefined : cursorIn(cursor);
    const found = await this.feedback.judged(verdict, limit + 1, after);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return paged(
      items.map((one) => JudgedAnswer.ofJudged(one)),
      last && cursorOf(last),
    );
  }
}

function cursorOf({ answerId, feedback }: Judged): string {
  return `${feedback.givenAt}.${answerId}`;
}

function cursorIn(cursor: string): JudgedCursor {
  const [at, id] = partsOf(cursor, /^(\d{1,15})\.([0-9a-f-]{36})$/);
  return { at: Number(at), id };
}
