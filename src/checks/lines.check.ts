import { ok, type Result, skipped, wrong } from './finding.js';
import type { Installation } from './installation.js';

/** Numbers that a line names. */
const MOST = 5;

const CURE =
  "Set each up: the console's Settings, Lines, or PUT /api/v1/lines/:id/config. Who waits is then " +
  'answered, within 24 hours of their message. Is it the only number there is? Then correct ' +
  'TWILIO_WHATSAPP_FROM.';

/** Whether somebody answers on every number that people wrote to. The running process knows. */
export async function lines({ running }: Pick<Installation, 'running'>): Promise<Result> {
  const told = await running.diagnosis().catch(() => undefined);
  if (!told) return skipped('not checked: only the running process knows');
  const { unset_lines: unset = [], unset_waiting: waiting = 0 } = told;
  if (!unset.length) return ok('the bot answers on every number that was written to');
  const why = 'people wrote there, and it is not set up';
  return wrong(`nobody answers at ${named(unset)}: ${why}; ${waits(waiting)}`, CURE);
}

function named(lines: string[]): string {
  const more = lines.length - MOST;
  return lines.slice(0, MOST).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function waits(messages: number): string {
  if (!messages) return 'no message waits there';
  return messages === 1 ? '1 message waits there' : `${messages} messages wait there`;
}
