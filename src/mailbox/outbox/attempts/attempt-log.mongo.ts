import type { OutboxRow } from '../../../storage/mongo/rows/outbox.js';
import type { Verdict } from '../channel.js';
import { MOST_KEPT } from '../../turns/first-attempt.js';
import { answerOf, type AttemptNote, type AttemptResult } from './attempt-log.js';

const NOW = '$$NOW';

/** The log with one attempt more. */
export function logWithAttempt(attempt: string, crashes: number) {
  const entry = {
    n: { $add: [{ $ifNull: [{ $last: '$attempt_log.n' }, 0] }, 1] },
    attempt,
    at: NOW,
    cause: { $ifNull: ['$set_off', { $cond: [{ $eq: ['$attempts', 0] }, 'first', 'retry'] }] },
    ...(crashes && { crashes }),
  };
  const kept = { $ifNull: ['$attempt_log', []] };
  return { $slice: [{ $concatArrays: [kept, [entry]] }, -MOST_KEPT] };
}

/** The update that keeps what an attempt's request came to. */
export function noteAnswer(attempt: string, verdict: Verdict) {
  const answer = { at: NOW, ...literals(answerOf(verdict)) };
  return [{ $set: { attempt_log: noted({ $literal: attempt }, { answer }) } }];
}

/** The log with what followed from the part's latest attempt; the next one in `nextInMs`. */
export function logWithResult({ state, by }: Omit<AttemptResult, 'at'>, nextInMs?: number) {
  const next = nextInMs !== undefined && { next: { $add: [NOW, nextInMs] } };
  return noted('$attempt', { result: { at: NOW, state, by, ...next } });
}

function noted(attempt: unknown, more: object) {
  const merged = { $mergeObjects: ['$$this', more] };
  const changed = { $cond: [{ $eq: ['$$this.attempt', attempt] }, merged, '$$this'] };
  const log = { $map: { input: '$attempt_log', in: changed } };
  return { $cond: [{ $isArray: '$attempt_log' }, log, '$$REMOVE'] };
}

/** What another system said is no expression, whatever it begins with. */
function literals(of: object): object {
  return Object.fromEntries(Object.entries(of).map(([name, $literal]) => [name, { $literal }]));
}

/** Reads the log of a part. */
export function attemptsIn({ attempt_log = [] }: Pick<OutboxRow, 'attempt_log'>): AttemptNote[] {
  return attempt_log.map(({ at, answer, result, ...rest }) => ({
    ...(rest as Pick<AttemptNote, 'n' | 'attempt' | 'cause' | 'crashes'>),
    at: at.getTime(),
    ...(answer && { answer: { ...answer, at: answer.at.getTime() } as AttemptNote['answer'] }),
    ...(result && { result: resultIn(result) }),
  }));
}

function resultIn(result: NonNullable<NonNullable<OutboxRow['attempt_log']>[number]['result']>) {
  const { at, next, ...rest } = result;
  return { ...rest, at: at.getTime(), ...(next && { next: next.getTime() }) } as AttemptResult;
}
