import { Injectable } from '@nestjs/common';
import { Problem } from '../../http/problems/problem.js';
import type { CuratedAnswerView } from '../../knowledge/answers/curated-answer.dto.js';
import { AnswersService } from '../../knowledge/answers/answers.service.js';
import { FeedbackStore } from '../feedback/feedback.store.js';
import type { Reviewed } from '../reviewed.js';
import { noSuchMessage } from '../../http/message-id.js';
import { ReviewsService } from '../reviews.service.js';
import type { CorrectionRequest } from './correction.dto.js';

/** Makes a curated answer of what should have been said. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly feedback: FeedbackStore,
    private readonly answers: AnswersService,
  ) {}

  /**
   * Makes the curated answer that corrects an answer, or changes the one that does. Throws a `Problem`:
   * 404 for an unknown message, 409 for one without an answer.
   */
  async correct(sid: string, request: CorrectionRequest): Promise<CuratedAnswerView> {
    const reviewed = await this.reviews.answered(sid);
    const former = await this.find(reviewed);
    if (former) return this.change(former, request);
    const { question, answer } = request;
    const { answerId, asked } = reviewed;
    const message_sid = asked.at(-1)?.id ?? answerId;
    const made = await this.answers.add({ questions: [question.trim()], answer, message_sid });
    if (await this.feedback.corrected(answerId, made.id)) return made;
    await this.answers.remove(made.id);
    throw noSuchMessage();
  }

  /** The curated answer that corrects an answer, unless it was removed since. */
  async find({ feedback }: Reviewed): Promise<CuratedAnswerView | undefined> {
    if (!feedback?.correctionId) return undefined;
    return this.answers.one(feedback.correctionId).catch((error: unknown) => {
      if (error instanceof Problem && error.getStatus() === 404) return undefined;
      throw error;
    });
  }

  /** The question takes the place of the first wording; others that were added since stay. */
  private change(
    { id, questions }: CuratedAnswerView,
    { question, answer }: CorrectionRequest,
  ): Promise<CuratedAnswerView> {
    const first = question.trim();
    const others = questions.slice(1).filter((one) => one !== first);
    return this.answers.change(id, { questions: [first, ...others], answer });
  }
}
