import type { Story } from '../story/story.js';
import { lasted, type Span } from './span.js';

/** Waits that are shorter, in milliseconds, are the work of a machine, and not worth a bar. */
const LEAST_WAIT_MS = 2;

/** How the message came in. */
export function receivedSpans({ message, asked }: Story): Span[] {
  if (!asked.length) return [];
  const { received, createdAt, acknowledgedMs } = message;
  const base = { group: 'received', tone: 'good' } as const;
  if (received?.via === 'list') {
    const missed = { ...base, name: 'missed', tone: 'warn', began: createdAt } as const;
    return [{ ...missed, ended: Math.max(createdAt, received.at) }];
  }
  const began = received?.at ?? createdAt;
  const ended = acknowledgedMs === undefined ? createdAt : began + acknowledgedMs;
  return [{ ...base, name: 'request', began, ended: Math.max(began, ended) }];
}

/** What it waited for until a worker began with it, or is waiting for. */
export function waitedSpans(story: Story): Span[] {
  const { message, turn, mailbox, asked } = story;
  if (!asked.length || message.source === 'api') return [];
  const began = storedAt(story);
  if (turn) return waitedUntil(story, began, turn.made.claimedAt ?? turn.createdAt);
  return isWorkedOn(story)
    ? waitedUntil(story, began, mailbox.claimedAt!)
    : [waiting(story, began)];
}

/** Whether a worker has the mailbox of a message that waits. */
export function isWorkedOn({ turn, mailbox, now }: Story): boolean {
  const { leaseUntil = 0, claimedAt } = mailbox;
  return !turn && leaseUntil > now && claimedAt !== undefined;
}

function waitedUntil(story: Story, began: number, ended: number): Span[] {
  if (ended - began < LEAST_WAIT_MS) return [];
  const { former, turn, mailbox } = story;
  const failures = turn ? (turn.made.failures ?? 0) : mailbox.failures;
  const base = { group: 'waited', tone: 'calm' } as const;
  const settled = Math.min(former?.settledAt ?? (former ? ended : began), ended);
  const forTurn = lasted({ ...base, name: 'earlier_turn', began, ended: settled });
  const rest = { ...base, began: Math.max(began, settled), ended };
  if (!failures) return [...forTurn, ...lasted({ ...rest, name: 'mailbox' })];
  return [...forTurn, ...lasted({ ...rest, name: 'failed_visit', tone: 'warn', count: failures })];
}

function waiting({ former, mailbox, now }: Story, began: number): Span {
  const { dueAt, failures } = mailbox;
  const base = { group: 'waited', tone: 'calm', began } as const;
  const next = dueAt !== undefined && { next: Math.max(dueAt, now) };
  if (former && former.settledAt === undefined)
    return { ...base, name: 'earlier_turn', waitsFor: 'earlier_turn', ...next };
  if (!failures) return { ...base, name: 'mailbox', waitsFor: 'worker', ...next };
  const failed = { name: 'failed_visit', tone: 'warn', count: failures } as const;
  return { ...base, ...failed, waitsFor: 'next_try', ...next };
}

/** When a message was in its mailbox. */
export function storedAt({ message: { received, createdAt } }: Story): number {
  return received?.via === 'list' ? Math.max(received.at, createdAt) : createdAt;
}
