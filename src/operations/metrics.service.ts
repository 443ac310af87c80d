import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { AnnouncementStore } from '../announcing/announcements/announcement.store.js';
import { BudgetService } from '../chat/usage/budget.service.js';
import { unsetLines } from '../lines/unset-lines.metric.js';
import { LinesService } from '../lines/lines.service.js';
import { accountHeld, heldAnswers, lineHeld } from '../mailbox/holds/held.metrics.js';
import { ShownHolds } from '../mailbox/holds/shown-holds.js';
import { QueueStore } from '../mailbox/queue/queue.store.js';
import {
  announcements,
  metrics,
  queue,
  queueAge,
  waitingForPerson,
  waitingForPersonAge,
} from '../metrics.js';
import { resetBudget, showBudget } from './budget-gauges.js';
import { TakeoverStore } from '../takeover/takeover.store.js';

/** Collects what this process counted, and what waits in the store now. */
@Injectable()
export class MetricsService {
  private readonly logger = new Logger('Metrics');

  constructor(
    private readonly queue: QueueStore,
    private readonly takeover: TakeoverStore,
    private readonly holds: ShownHolds,
    private readonly announcements: AnnouncementStore,
    private readonly budget: BudgetService,
    private readonly lines: LinesService,
  ) {
    if (!metrics.getSingleMetric('process_cpu_seconds_total')) {
      collectDefaultMetrics({ register: metrics });
    }
  }

  /** All metrics in Prometheus's text format; without what the store counts while it is away. */
  async text(): Promise<string> {
    queue.reset();
    queueAge.reset();
    announcements.reset();
    lineHeld.reset();
    resetBudget();
    unsetLines.reset();
    // A gauge without labels would be 0 after a reset.
    for (const gauge of [waitingForPerson, waitingForPersonAge, accountHeld, heldAnswers])
      gauge.remove();
    try {
      await this.count();
    } catch (error) {
      this.logger.warn(`What waits cannot be counted: ${(error as Error).message}`);
    }
    return metrics.metrics();
  }

  private async count(): Promise<void> {
    const [{ due, waiting }, people, holds, held, news, budget, unset] = await Promise.all([
      this.queue.backlog(),
      this.takeover.waiting(),
      this.holds.all(),
      this.holds.waiting(),
      this.announcements.counts(),
      this.budget.current(),
      this.lines.unset(),
    ]);
    for (const [of, { count, oldestMs }] of Object.entries({ due, waiting })) {
      queue.set({ of }, count);
      queueAge.set({ of }, oldestMs / 1000);
    }
    waitingForPerson.set(people.count);
    waitingForPersonAge.set(people.oldestMs / 1000);
    accountHeld.set(holds.some(({ line }) => line === undefined) ? 1 : 0);
    for (const { line } of holds) if (line !== undefined) lineHeld.set({ line }, 1);
    heldAnswers.set(held);
    for (const state of ['waiting', 'failed'] as const) announcements.set({ state }, news[state]);
    showBudget(budget);
    unsetLines.set({ of: 'numbers' }, unset.lines.length);
    unsetLines.set({ of: 'messages' }, unset.messages);
  }
}
