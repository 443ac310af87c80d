import type { PartState } from '../../turns/part.js';
import type { Verdict } from '../channel.js';

/**
 * What set an attempt off: it is the `first`, or a `retry` after one that was refused or failed; the
 * `account` works again, the `configuration` was changed, a `person` wanted it, or `reconciliation`
 * found that Twilio's list doesn't have the one before.
 */
export const CAUSES = [
  'first',
  'retry',
  'account',
  'configuration',
  'person',
  'reconciliation',
] as const;
export type Cause = (typeof CAUSES)[number];

/** How a part's state became known: by the request's answer, a callback, Twilio's list, or no word in time. */
export const HEARD_BY = ['answer', 'callback', 'list', 'time'] as const;
export type KnownBy = (typeof HEARD_BY)[number];

/** What became of an attempt's request. Times by the store's clock, in milliseconds since 1970. */
export interface AttemptAnswer {
  /** When it was recorded. */
  at: number;
  /** Milliseconds that the request took. */
  ms?: number;
  /** The HTTP status of the answer, if one came. */
  http?: number;
  kind: Verdict['kind'];
  /** Twilio's error code, or the HTTP status where there is none. */
  code?: number;
  message?: string;
  sid?: string;
}

/** What followed from an attempt for its part. */
export interface AttemptResult {
  at: number;
  state: PartState;
  by: KnownBy;
  /** When the next attempt may begin. */
  next?: number;
}

/** An attempt to send a part, as the part remembers it. */
export interface AttemptNote {
  /** 1 for the part's first one. */
  n: number;
  attempt: string;
  /** When it began, before its request left. */
  at: number;
  cause: Cause;
  /** How many processes in a row had died over the mailbox before. */
  crashes?: number;
  answer?: AttemptAnswer;
  result?: AttemptResult;
}

/** What is kept of a verdict, but for the time. */
export function answerOf(verdict: Verdict): Omit<AttemptAnswer, 'at'> {
  const { kind, ms, http } = verdict;
  const error = 'error' in verdict ? verdict.error : undefined;
  const sid = 'sid' in verdict ? verdict.sid : undefined;
  return {
    kind,
    ...(ms !== undefined && { ms }),
    ...(http !== undefined && { http }),
    ...(error?.code !== undefined && { code: error.code }),
    ...(error && { message: error.message }),
    ...(sid && { sid }),
  };
}
