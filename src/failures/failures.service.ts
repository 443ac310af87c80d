import { Injectable } from '@nestjs/common';
import { paged, type Page } from '../http/page.js';
import { Problem } from '../http/problems/problem.js';
import { FailureStore } from './failure.store.js';
import { FailureView, type FailurePage } from './failure.dto.js';
import { Signals } from '../mailbox/queue/signals.js';

/** What an operator should look at. */
@Injectable()
export class FailuresService {
  constructor(
    private readonly failures: FailureStore,
    private readonly signals: Signals,
  ) {}

  /** Throws a `Problem` (400) on a cursor that no page gave. */
  async page({ limit, cursor }: Page): Promise<FailurePage> {
    const found = await this.failures.list(limit + 1, cursor);
    const items = found.slice(0, limit);
    return paged(items.map(FailureView.of), found.length > limit ? items.at(-1)!.id : null);
  }

  /** Throws a `Problem`: 404 for an unknown failure, 409 when there is nothing to send. */
  async retry(id: string): Promise<void> {
    const retried = await this.failures.retry(id);
    if (retried === 'unknown') throw unknown();
    if (retried === 'nothing to retry') throw conflict('Nothing of this is left to send.');
    if (retried === 'opted out')
      throw conflict('The sender opted out: wait until they send START.');
    this.signals.wake();
  }

  /** Throws a `Problem` (404) for an unknown failure. */
  async discard(id: string): Promise<void> {
    if (!(await this.failures.discard(id))) throw unknown();
  }
}

function unknown(): Problem {
  return new Problem(404, 'No such failure', 'There is no failure of this id.');
}

function conflict(detail: string): Problem {
  return new Problem(409, 'Not sent again', detail);
}
