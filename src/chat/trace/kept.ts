import type { BotConfig } from '../../config/bot-config.js';
import type { Trace } from './trace.js';

const DAY_MS = 24 * 3_600_000;

/** The trace as it is stored with its answer; undefined where none is to be kept. */
export function kept(trace: Trace, { traceDays }: Pick<BotConfig, 'traceDays'>): Trace | undefined {
  return traceDays ? trace : undefined;
}

/** For how long a trace is kept, in milliseconds. */
export function keptFor({ traceDays }: Pick<BotConfig, 'traceDays'>): number {
  return traceDays * DAY_MS;
}
