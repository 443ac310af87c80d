import { Gauge } from 'prom-client';
import { metrics } from '../metrics.js';

const registers = [metrics];

/** `of`: numbers, messages (counted up to 10,000 a number). */
export const unsetLines = new Gauge({
  name: 'recado_unset_lines',
  help: 'Numbers that were written to and are not set up; messages there, up to 10,000 each.',
  labelNames: ['of'] as const,
  registers,
});
