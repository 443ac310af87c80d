import { UNCERTAIN_AFTER_MS } from '../../mailbox/turns/part.js';
import type { Hold } from '../../mailbox/holds/hold.store.js';
import { type End, endedAt, endOf } from '../../mailbox/outbox/attempts/attempt-end.js';
import type { AttemptNote, Cause } from '../../mailbox/outbox/attempts/attempt-log.js';
import type { SentPart } from '../../mailbox/outbox/attempts/sent-part.js';
import type { Story, StoryTurn } from '../story/story.js';
import type { Name, Span, Tone } from './span.js';

/** Gaps that are shorter, in milliseconds, are the work of a machine, and not worth a bar. */
const LEAST_GAP_MS = 20;

/** The colour of an attempt. */
export const TONE_OF: Record<End, Tone> = {
  accepted: 'good',
  retried: 'warn',
  held: 'warn',
  dead: 'bad',
  unknown: 'warn',
  uncertain: 'warn',
  under_way: 'calm',
};

/** What was waited for before an attempt that was set off so. */
const WAIT_BEFORE: Record<Cause, Name> = {
  first: 'mailbox',
  retry: 'backoff',
  account: 'account',
  configuration: 'backoff',
  person: 'decision',
  reconciliation: 'decision',
};

/** How the parts of the answer were sent, and what each waited for. */
export function sendSpans({ turn, now, mailbox }: Story, hold: Hold | undefined): Span[] {
  if (!turn) return [];
  return turn.parts.flatMap((part, at) => {
    const made = partSpans(part, at, turn, now);
    const dueAt = turn.outcome === undefined ? mailbox.dueAt : undefined;
    const pending = pendingSpan(part, { turn, at, hold, dueAt, now, since: made.until });
    const ofPart = { part: at + 1 };
    return [...made.spans, ...(pending ? [pending] : [])].map((span) => ({ ...span, ...ofPart }));
  });
}

/** The attempts and the waits between them; `until` is when the last of them was over. */
function partSpans(part: SentPart, at: number, turn: StoryTurn, now: number) {
  const spans: Span[] = [];
  let until = at ? begunAfter(turn.parts[at - 1], turn) : turn.createdAt;
  for (const [n, note] of part.log.entries()) {
    spans.push(...waitBefore(note, until), ...attemptSpans(note, part, now, part.log[n + 1]));
    until = Math.max(until, note.result?.at ?? endedAt(note) ?? note.at);
  }
  return { spans, until };
}

/** When the part before was taken, after which this one's turn came. */
function begunAfter({ log }: SentPart, { createdAt }: StoryTurn): number {
  const taken = log.find(({ answer, result }) =>
    [answer?.kind, result?.state].includes('accepted'),
  );
  return (taken && (endedAt(taken) ?? taken.result?.at)) ?? createdAt;
}

function waitBefore({ at, cause }: AttemptNote, since: number): Span[] {
  if (at - since < LEAST_GAP_MS) return [];
  return [{ group: 'sent', name: WAIT_BEFORE[cause], tone: 'calm', began: since, ended: at }];
}

/** The request, and the time after it in which nobody knew what became of it. */
function attemptSpans(note: AttemptNote, part: SentPart, now: number, next?: AttemptNote): Span[] {
  const { at: began, n: attempt, result, answer } = note;
  const end = endOf(note, part, now);
  const base = { group: 'sent', tone: TONE_OF[end], attempt } as const;
  if (end === 'under_way') return [{ ...base, name: 'attempt', began, waitsFor: 'twilio' }];
  const ended = Math.max(began, endedAt(note) ?? began);
  const request = { ...base, name: 'attempt', began, ended } as const;
  const known = (result?.state === 'sending' ? undefined : result?.at) ?? next?.at;
  const doubted = !answer || answer.kind === 'unknown';
  if (!doubted || known === undefined || known <= ended) return [request];
  return [request, { ...base, name: 'no_word', tone: 'warn', began: ended, ended: known }];
}

interface Around {
  turn: StoryTurn;
  at: number;
  hold?: Hold;
  dueAt?: number;
  now: number;
  since: number;
}

/** What a part waits for now; undefined when it waits for nothing. */
function pendingSpan(part: SentPart, around: Around): Span | undefined {
  const { turn, at, hold, dueAt, now, since: began } = around;
  const base = { group: 'sent', tone: 'calm', began } as const;
  const warn = { ...base, tone: 'warn' } as const;
  if (part.state === 'sending') return noWord(part, began, now);
  if (part.state === 'uncertain' && !turn.failed) return undefined;
  if (part.state === 'uncertain')
    return {
      ...warn,
      name: 'decision',
      waitsFor: 'person',
      ...(part.lookAt && { next: part.lookAt }),
    };
  if (part.state !== 'pending') return undefined;
  if (part.held)
    return { ...warn, name: 'account', waitsFor: 'account', ...(hold && { next: hold.tryAt }) };
  const before = turn.parts.slice(0, at).some(({ state }) => state !== 'accepted');
  if (before) return { ...base, name: 'part_before', waitsFor: 'part_before' };
  if ((part.retryAt ?? 0) > now)
    return { ...warn, name: 'backoff', waitsFor: 'next_try', next: part.retryAt };
  const next = dueAt !== undefined && { next: Math.max(dueAt, now) };
  return { ...base, name: 'mailbox', waitsFor: 'worker', ...next };
}

/** No answer came. While a request is under way, the attempt itself is pending. */
function noWord(part: SentPart, since: number, now: number): Span | undefined {
  const last = part.log.at(-1);
  if (last && endOf(last, part, now) === 'under_way') return undefined;
  const { attemptedAt = since, lookAt } = part;
  const began = last ? Math.max(endedAt(last) ?? last.at, attemptedAt) : attemptedAt;
  const next = Math.max(now, Math.min(attemptedAt + UNCERTAIN_AFTER_MS, lookAt ?? Infinity));
  return { group: 'sent', name: 'no_word', tone: 'warn', began, waitsFor: 'callback', next };
}
