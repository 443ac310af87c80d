import type { Feedback, Verdict } from '../reviewed.js';

/** An answer that somebody judged, and what was said. */
export interface Judged {
  answerId: string;
  conversationId: string;
  question: string;
  answer: string;
  feedback: Feedback;
}

/** Where a page ends: the last one's time and id. */
export interface JudgedCursor {
  at: number;
  id: string;
}

/** Keeps what people think of answers. It is erased with the answer's message. */
export abstract class FeedbackStore {
  /**
   * Keeps a verdict and its note, in the place of the former one; without a verdict the former one is
   * taken back. Returns what is kept then; undefined where there is no such answer.
   */
  abstract judge(
    answerId: string,
    given: Pick<Feedback, 'verdict' | 'note'>,
  ): Promise<Feedback | undefined>;

  /** Keeps which curated answer corrects an answer. Returns false where there is no such answer. */
  abstract corrected(answerId: string, correctionId: string): Promise<boolean>;

  /** Answers with a verdict, the latest judged first: all of them, or those with this one. */
  abstract judged(
    verdict: Verdict | undefined,
    limit: number,
    after?: JudgedCursor,
  ): Promise<Judged[]>;
}
