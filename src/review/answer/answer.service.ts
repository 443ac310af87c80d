import { Injectable } from '@nestjs/common';
import { TraceRepository } from '../../chat/trace/trace.repository.js';
import { TurnStore } from '../../mailbox/turns/turn.store.js';
import { CorrectionsService } from '../corrections/corrections.service.js';
import { EvaluationService } from '../evaluation/evaluation.service.js';
import { ReviewsService } from '../reviews.service.js';
import { ReviewedAnswer } from './answer.dto.js';

/** Shows what an answer was made from. */
@Injectable()
export class ReviewedAnswerService {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly turns: TurnStore,
    private readonly traces: TraceRepository,
    private readonly corrections: CorrectionsService,
    private readonly evaluation: EvaluationService,
  ) {}

  /** Throws a `Problem` (404) for an unknown message. */
  async one(sid: string): Promise<ReviewedAnswer> {
    const reviewed = await this.reviews.find(sid);
    const { answerId } = reviewed;
    const [[turn], trace, correction, cases] = await Promise.all([
      this.turns.find([answerId]),
      this.traces.find(answerId),
      this.corrections.find(reviewed),
      this.evaluation.of(answerId),
    ]);
    const more = { ...(trace && { trace }), ...(correction && { correction }), cases };
    return ReviewedAnswer.of(reviewed, turn, more);
  }
}
