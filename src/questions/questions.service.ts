import { Injectable } from '@nestjs/common';
import { questionsOf } from './question.js';
import { QuestionStore } from './question.store.js';
import { type LatestQuestions, QuestionView } from './questions.dto.js';

/** So many exchanges are looked at, by WhatsApp and of the chat API. */
const LOOKED_AT = 300;

/** Serves what was asked lately in the API's form. */
@Injectable()
export class QuestionsService {
  constructor(private readonly questions: QuestionStore) {}

  /** The latest questions, each once, at most `most`. */
  async latest(most: number): Promise<LatestQuestions> {
    const exchanges = await this.questions.latest(LOOKED_AT);
    return { items: questionsOf(exchanges, most).map(QuestionView.of) };
  }
}
