import { Injectable } from '@nestjs/common';
import { paged } from '../http/page.js';
import { Problem } from '../http/problems/problem.js';
import { DecidedAll } from './decision.dto.js';
import { FailureStore } from './failure.store.js';
import { type FailureQuery, FailureView, type FailurePage } from './failure.dto.js';
import { windowClosed } from '../mailbox/outbox/window/closed.problem.js';
import { oneByOne } from './one-by-one.js';
import { WHY_UNSENT } from '../mailbox/turns/recipient/recipient.js';
import { holdsIn } from '../mailbox/holds/hold.dto.js';
import { ShownHolds } from '../mailbox/holds/shown-holds.js';
import { Signals } from '../mailbox/queue/signals.js';

/** Lists the failures, and lets an operator retry or discard each. */
@Injectable()
export class FailuresService {
  constructor(
    private readonly failures: FailureStore,
    private readonly signals: Signals,
    private readonly holds: ShownHolds,
  ) {}

  /**
   * Returns a page of failures, how many there are, and what holds answers back. Throws a
   * `Problem` (400) for a cursor that no page returned.
   */
  async page({ limit, cursor, kind }: FailureQuery): Promise<FailurePage> {
    const [found, counts, held] = await Promise.all([
      this.failures.list(limit + 1, cursor, kind),
      this.failures.counts(),
      holdsIn(this.holds),
    ]);
    const items = found.slice(0, limit);
    const page = paged(items.map(FailureView.of), found.length > limit ? items.at(-1)!.id : null);
    const total = kind ? counts[kind] : counts.dead + counts.uncertain + counts.fallback;
    return { account: held.account, held_lines: held.lines, total, counts, ...page };
  }

  /**
   * Has the unsent parts of a failed turn sent again, and wakes the worker. Throws a `Problem`: 404
   * for an unknown failure, 409 when nothing is left to send, the sender has
   * opted out or the 24-hour window is closed.
   */
  async retry(id: string): Promise<void> {
    await this.reopen(id);
    this.signals.wake();
  }

  /** Retries each of these. Throws the store's error when none was done. */
  async retryAll(ids: string[]): Promise<DecidedAll> {
    const decided = DecidedAll.of(await oneByOne(ids, (id) => this.reopen(id)));
    if (decided.done) this.signals.wake();
    return decided;
  }

  private async reopen(id: string): Promise<void> {
    const retried = await this.failures.retry(id);
    if (retried === 'unknown') throw unknown();
    if (retried === 'nothing to retry') throw conflict('Nothing of this is left to send.');
    if (retried === 'window closed') throw windowClosed('Not sent again');
    if (retried === 'too late')
      throw conflict('It was to be sent more than a day ago: send the template anew.');
    if (retried === 'opted out') throw conflict(WHY_UNSENT[retried]);
  }

  /** Takes a failure off the list. Throws a `Problem` (404) for an unknown one. */
  async discard(id: string): Promise<void> {
    if (!(await this.failures.discard(id))) throw unknown();
  }

  /** Takes each of these off the list. Throws the store's error when none was done. */
  async discardAll(ids: string[]): Promise<DecidedAll> {
    return DecidedAll.of(await oneByOne(ids, (id) => this.discard(id)));
  }
}

function unknown(): Problem {
  return new Problem(404, 'No such failure', 'There is no failure of this id.');
}

function conflict(detail: string): Problem {
  return new Problem(409, 'Not sent again', detail);
}
