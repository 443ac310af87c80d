import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { paged, type Page } from '../../http/page.js';
import { Problem } from '../../http/problems/problem.js';
import {
  type CuratedAnswerPage,
  type CuratedAnswerRequest,
  CuratedAnswerView,
} from './curated-answer.dto.js';
import { CuratedAnswerRepository } from './curated-answer.repository.js';
import { CuratedAnswers } from './curated-answers.js';

/** Serves the curated answers in the API's form. A change is in effect at once on this node. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly answers: CuratedAnswerRepository,
    private readonly curated: CuratedAnswers,
    private readonly clock: Clock,
  ) {}

  async add(request: CuratedAnswerRequest): Promise<CuratedAnswerView> {
    const given = this.read(request);
    const { line } = request;
    const times = { createdAt: given.updatedAt };
    const answer = { id: randomUUID(), ...given, ...times, ...(line && { line }) };
    await this.answers.add(answer);
    await this.curated.changed();
    return CuratedAnswerView.of({ ...answer, served: 0 });
  }

  /** Throws a `BadCursor` for a cursor that no page gave. */
  async page({ limit, cursor }: Page): Promise<CuratedAnswerPage> {
    const { answers, next } = await this.answers.page(limit, cursor);
    return paged(
      answers.map((answer) => CuratedAnswerView.of(answer)),
      next,
    );
  }

  /** Throws a `Problem` (404) when there is none of this id. */
  async one(id: string): Promise<CuratedAnswerView> {
    const found = await this.answers.find(id);
    if (!found) throw unknown();
    return CuratedAnswerView.of(found);
  }

  /** Throws a `Problem` (404) when there is none of this id. */
  async change(id: string, request: CuratedAnswerRequest): Promise<CuratedAnswerView> {
    const changed = await this.answers.change(id, this.read(request));
    if (!changed) throw unknown();
    await this.curated.changed();
    return CuratedAnswerView.of(changed);
  }

  /** Throws a `Problem` (404) when there is none of this id. */
  async remove(id: string): Promise<void> {
    if (!(await this.answers.remove(id))) throw unknown();
    await this.curated.changed();
  }

  private read({ questions, answer, message_sid }: CuratedAnswerRequest) {
    const origin = message_sid ? { messageId: message_sid } : {};
    return { questions, answer, ...origin, updatedAt: this.clock.now() };
  }
}

function unknown(): Problem {
  return new Problem(404, 'No such answer', 'There is no curated answer of this id.');
}
