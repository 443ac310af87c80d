import { Counter } from 'prom-client';
import { metrics } from '../../metrics.js';

/** `what`: messages, turns, conversations. */
export const forgotten = new Counter({
  name: 'recado_forgotten_total',
  help: 'What was deleted because it was older than retention_days.',
  labelNames: ['what'] as const,
  registers: [metrics],
});
