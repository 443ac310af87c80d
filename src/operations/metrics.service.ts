import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { QueueStore } from '../mailbox/queue/queue.store.js';
import { metrics, queue, queueAge } from '../metrics.js';

/** Collects what this process counted, and what waits in the store now. */
@Injectable()
export class MetricsService {
  private readonly logger = new Logger('Metrics');

  constructor(private readonly queue: QueueStore) {
    if (!metrics.getSingleMetric('process_cpu_seconds_total')) {
      collectDefaultMetrics({ register: metrics });
    }
  }

  /** All metrics in Prometheus's text format; without the queue while the store is away. */
  async text(): Promise<string> {
    queue.reset();
    queueAge.reset();
    try {
      const { due, waiting } = await this.queue.backlog();
      for (const [of, { count, oldestMs }] of Object.entries({ due, waiting })) {
        queue.set({ of }, count);
        queueAge.set({ of }, oldestMs / 1000);
      }
    } catch (error) {
      this.logger.warn(`The queue cannot be counted: ${(error as Error).message}`);
    }
    return metrics.metrics();
  }
}
