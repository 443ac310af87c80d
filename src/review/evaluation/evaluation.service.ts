import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BotConfigService } from '../../config/bot-config.service.js';
import { paged, type Page } from '../../http/page.js';
import { Problem } from '../../http/problems/problem.js';
import { questionOf } from '../reviewed.js';
import { noSuchMessage } from '../../http/message-id.js';
import { ReviewsService } from '../reviews.service.js';
import type { CaseTurn } from './case.js';
import {
  type EvaluationCasePage,
  type EvaluationCaseRequest,
  EvaluationCaseView,
} from './case.dto.js';
import { CaseStore } from './case.store.js';
import { evaluationFile } from './evaluation-file.js';

/** The file reads so many cases at a time. */
const PAGE = 200;
const KIND = 'reported';

/** Keeps cases for the evaluation, and writes the file of all. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly cases: CaseStore,
    private readonly config: BotConfigService,
  ) {}

  /**
   * Adds a case. Throws a `Problem`: 400 where nothing says what the answer must be, 404 for an
   * unknown message, 409 for one without an answer.
   */
  async add(sid: string, request: EvaluationCaseRequest): Promise<EvaluationCaseView> {
    const reviewed = await this.reviews.answered(sid);
    const turn = turnOf(request, questionOf(reviewed));
    const { answerId } = reviewed;
    const added = await this.cases.add({ id: randomUUID(), answerId, turn });
    if (!added) throw noSuchMessage();
    return EvaluationCaseView.of(added);
  }

  /** Those that were made of an answer. */
  async of(answerId: string): Promise<EvaluationCaseView[]> {
    return (await this.cases.of(answerId)).map((one) => EvaluationCaseView.of(one));
  }

  /** Throws a `BadCursor` for a cursor that no page gave. */
  async page({ limit, cursor }: Page): Promise<EvaluationCasePage> {
    const { cases, next } = await this.cases.page(limit, cursor);
    return paged(
      cases.map((one) => EvaluationCaseView.of(one)),
      next,
    );
  }

  /** Throws a `Problem` (404) for an unknown case. */
  async remove(id: string): Promise<void> {
    if (await this.cases.remove(id)) return;
    throw new Problem(404, 'No such case', 'There is no case of this id.');
  }

  /** All cases as a file for `npm run eval`. Throws a `Problem` (404) while there is none. */
  async file(): Promise<string> {
    const turns: CaseTurn[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { cases, next } = await this.cases.page(PAGE, cursor);
      turns.push(...cases.map(({ turn }) => turn));
      cursor = next;
    }
    if (turns.length) return evaluationFile(turns, await this.config.current());
    throw new Problem(404, 'No cases', NONE_YET);
  }
}

const NONE_YET =
  'There is no case yet: add one by POST /api/v1/messages/{sid}/evaluation, or in the console.';

/** The case as the file has it: what was not given is left out. */
function turnOf({ ask, kind, ...marks }: EvaluationCaseRequest, question: string): CaseTurn {
  const given = Object.fromEntries(Object.entries(marks).filter(([, of]) => of !== undefined));
  if (!Object.keys(given).length) throw wrong('must', 'must be given, or another mark');
  if (given.refuse && given.handover) throw wrong('handover', 'goes with no refusal');
  const asked = ask?.trim() || question;
  if (!asked) throw wrong('ask', 'must be given: the message has no text');
  return { ask: asked, kind: kind ?? KIND, ...given };
}

function wrong(field: string, message: string): Problem {
  return new Problem(400, 'Bad Request', `${field} ${message}`, { errors: [{ field, message }] });
}
