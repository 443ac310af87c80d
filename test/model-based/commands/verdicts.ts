import type { Verdict } from '../../../src/mailbox/outbox/channel.js';
import { LEASE_MS } from '../driver.js';

const error = { code: 1, message: 'no' };
/** Longer than a run takes, and shorter than the time that passes at once. */
const wait = { notBeforeMs: LEASE_MS, mostMs: LEASE_MS };

/** What a request comes to. */
export const VERDICTS = {
  accepted: (sid: string): Verdict => ({ kind: 'accepted', sid, status: 'queued' }),
  unknown: (): Verdict => ({ kind: 'unknown', error }),
  busy: (): Verdict => ({ kind: 'retry', error, ...wait }),
  twice: (): Verdict => ({ kind: 'retry', error, attempts: 2, ...wait }),
  failedAtOnce: (sid: string): Verdict => ({ kind: 'dead', error, sid, status: 'failed' }),
  held: (): Verdict => ({ kind: 'stop', of: 'account', error }),
  dead: (): Verdict => ({ kind: 'dead', error }),
  blocked: (): Verdict => ({ kind: 'dead', error, optOut: true }),
};
export type VerdictName = keyof typeof VERDICTS;

/** What a callback tells: a status, which is the word itself where none is named, and a failure. */
export interface Told {
  status?: string;
  failure?: Verdict;
}

export const WORDS = {
  queued: {},
  sent: {},
  delivered: {},
  read: {},
  failed: { failure: VERDICTS.dead() },
  undelivered: { failure: VERDICTS.twice() },
  blocked: { status: 'failed', failure: VERDICTS.blocked() },
} satisfies Record<string, Told>;
export type Word = keyof typeof WORDS;
