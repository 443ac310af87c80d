import { Injectable } from '@nestjs/common';
import { noSuchMessage } from '../http/message-id.js';
import { Problem } from '../http/problems/problem.js';
import type { Reviewed } from './reviewed.js';
import { ReviewStore } from './review.store.js';

/** Finds what is reviewed, for all that is done with it. */
@Injectable()
export class ReviewsService {
  constructor(private readonly store: ReviewStore) {}

  /** The answer that a message belongs to. Throws a `Problem` (404) for an unknown message. */
  async find(sid: string): Promise<Reviewed> {
    const found = await this.store.find(sid);
    if (!found) throw noSuchMessage();
    return found;
  }

  /** The same. Throws a `Problem`: 404 for an unknown message, 409 for one without an answer. */
  async answered(sid: string): Promise<Reviewed> {
    const found = await this.find(sid);
    if (!found.answer) throw new Problem(409, 'No answer', 'Nothing was answered to this message.');
    return found;
  }
}
