import { CuratedReplies } from '../../../src/chat/curated-replies.js';
import { SystemClock } from '../../../src/clock.js';
import type { CuratedAnswer } from '../../../src/knowledge/answers/curated-answer.js';
import type { CuratedAnswerRepository } from '../../../src/knowledge/answers/curated-answer.repository.js';
import { CuratedAnswers } from '../../../src/knowledge/answers/curated-answers.js';

/** A curated answer with these questions; the first one is its id. */
export function curatedAnswer(answer: string, ...questions: string[]): CuratedAnswer {
  return { id: questions[0], questions, answer, createdAt: 0, updatedAt: 0 };
}

/** What the operator wrote, in memory. */
export function curatedReplies(...all: CuratedAnswer[]): CuratedReplies {
  const repository: Partial<CuratedAnswerRepository> = {
    version: async () => 1,
    all: async () => all,
  };
  return new CuratedReplies(
    new CuratedAnswers(repository as CuratedAnswerRepository, new SystemClock()),
  );
}
