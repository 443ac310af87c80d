import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { questionsOf } from '../../questions/question.js';
import { QuestionStore } from '../../questions/question.store.js';
import { FeedbackStore } from '../../review/feedback/feedback.store.js';
import { spanOf } from '../span.js';
import type { StatsSpan } from '../stats.dto.js';
import { grouped } from '../../questions/likeness.js';
import {
  UnansweredGroup,
  type Unanswered,
  type UnansweredView,
  type Why,
} from './unanswered.dto.js';

/** So many of the latest exchanges are looked at, by WhatsApp and of the chat API. */
const LOOKED_AT = 2000;
const MOST_JUDGED = 200;
const MOST_QUESTIONS = 500;
const MOST_GROUPS = 100;

/** Finds what the documents lack: the questions that got no answer. */
@Injectable()
export class UnansweredService {
  constructor(
    private readonly questions: QuestionStore,
    private readonly feedback: FeedbackStore,
    private readonly clock: Clock,
  ) {}

  /** The groups of a span of time. Throws a `Problem` (400) for one that is none or is too long. */
  async groups(span: StatsSpan): Promise<UnansweredView> {
    const [from, until] = spanOf(span, this.clock.now());
    const [judged, refused] = await Promise.all([this.judged(), this.refused()]);
    const found = [...refused, ...judged].filter(
      ({ askedAt }) => askedAt >= from && askedAt < until,
    );
    // The likeness of each to all groups is looked at: few enough to hold nobody up.
    const groups = grouped(found.slice(0, MOST_QUESTIONS)).map(UnansweredGroup.of);
    groups.sort((a, b) => b.times - a.times || b.asked_at.localeCompare(a.asked_at));
    return { groups: groups.slice(0, MOST_GROUPS) };
  }

  private async refused(): Promise<Unanswered[]> {
    const exchanges = await this.questions.latest(LOOKED_AT);
    const unanswered = exchanges.filter(
      ({ branch }) => branch === 'refusal' || branch === 'fallback',
    );
    return questionsOf(unanswered, MOST_QUESTIONS).map((question) => {
      return { ...question, why: question.branch as Why };
    });
  }

  private async judged(): Promise<Unanswered[]> {
    const judged = await this.feedback.judged('down', MOST_JUDGED);
    return judged.map(({ question, answerId, conversationId, feedback }) => ({
      text: question,
      messageId: answerId,
      conversationId,
      askedAt: feedback.givenAt,
      times: 1,
      why: 'judged',
    }));
  }
}
