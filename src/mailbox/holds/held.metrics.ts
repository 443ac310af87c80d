import { Gauge } from 'prom-client';
import { metrics } from '../../metrics.js';

const registers = [metrics];

export const accountHeld = new Gauge({
  name: 'recado_account_held',
  help: '1 while Twilio refuses the account or its settings, and all answers are kept; else 0.',
  registers,
});

export const lineHeld = new Gauge({
  name: 'recado_line_held',
  help: '1 for each line that Twilio refuses, and whose answers are kept; nothing for the others.',
  labelNames: ['line'] as const,
  registers,
});

export const heldAnswers = new Gauge({
  name: 'recado_held_answers',
  help: 'Answers that wait until Twilio takes the account, or their line, again; counted up to 100,000.',
  registers,
});
