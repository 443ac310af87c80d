import type { ClientSession } from 'mongoose';
import { ONE_CRASH_LESS, ONE_WAKE_MORE } from '../../sessions/fence.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { countAfterProgress } from './crashes.js';
import type { Claim, Release } from './queue.store.js';

/**
 * Makes mailboxes due that have something new, and leaves their leases and backoffs as they are.
 * Returns how many of them exist. The write waits for one node only (`w: 1`): if a failover undoes
 * it, the sweep finds the messages and wakes their mailboxes again.
 */
export function wake(db: Collections, mailboxes: string[]): Promise<number> {
  return wakeWith(db, mailboxes, {});
}

/**
 * The same for mailboxes in which a message has just come in: their conversations have news that nobody
 * has read. Their senders wrote at `writtenAt`, where that is known.
 */
export function arrived(db: Collections, mailboxes: string[], writtenAt?: Date): Promise<number> {
  return wakeWith(db, mailboxes, {
    unread: true,
    unreachable_at: '$$REMOVE',
    unreachable_why: '$$REMOVE',
    unreachable_code: '$$REMOVE',
    activity_at: { $max: ['$activity_at', '$$NOW'] },
    ...(writtenAt && { last_inbound_at: { $max: ['$last_inbound_at', writtenAt] } }),
  });
}

function wakeWith(
  { conversations, held }: Collections,
  mailboxes: string[],
  news: object,
): Promise<number> {
  const woken = { wakes: ONE_WAKE_MORE, due_at: { $ifNull: ['$due_at', '$$NOW'] }, ...news };
  return held.writeAll(mailboxes, async (ids, maxTimeMS) => {
    const { matchedCount } = await conversations.collection.updateMany(
      { _id: { $in: ids } } as object,
      [{ $set: woken }],
      { writeConcern: { w: 1 }, maxTimeMS },
    );
    return matchedCount;
  });
}

/** Returns those of these mailboxes that are under a lease, or wait for a time. */
export async function busyOf({ conversations }: Collections, ids: string[]): Promise<string[]> {
  const waits = { $expr: { $gt: ['$due_at', '$$NOW'] } };
  const busy = { _id: { $in: ids }, $or: [{ lease_until: { $exists: true } }, waits] };
  const rows = await conversations.collection.find(busy as object, { projection: { _id: 1 } });
  return (await rows.toArray()).map(({ _id }) => String(_id));
}

/** As long due as before the claim; not after now, where another primary's clock was ahead. */
export const AS_BEFORE = { $min: [{ $ifNull: ['$due_since', '$$NOW'] }, '$$NOW'] } as const;

/** The update that gives a mailbox back to the queue. */
export function given(release: Release) {
  const { wakes, dueInMs, crashes = ONE_CRASH_LESS, failures = '$$REMOVE' } = release;
  const woken = { $ne: ['$wakes', wakes ?? '$wakes'] };
  const due = dueInMs === undefined ? '$$REMOVE' : { $add: ['$$NOW', dueInMs] };
  const set = {
    lease: '$$REMOVE',
    lease_until: '$$REMOVE',
    crashes,
    failures,
    due_at: dueInMs === 'as-before' ? AS_BEFORE : { $cond: [woken, '$$NOW', due] },
  };
  return [{ $set: set }];
}

/** The update for who has got something done, and goes on: see `countAfterProgress`. */
export function progressOf(claim: Claim): object[] | undefined {
  const crashes = countAfterProgress(claim);
  return crashes === undefined ? undefined : [{ $set: { crashes } }];
}

/** The update that makes a mailbox due in so many milliseconds at the latest. */
function dueIn(ms: number) {
  const leased = { $gt: ['$lease_until', '$$NOW'] };
  // `$min` passes over what is missing.
  const sooner = { $min: ['$due_at', { $add: ['$$NOW', ms] }] };
  return [{ $set: { wakes: ONE_WAKE_MORE, due_at: { $cond: [leased, '$due_at', sooner] } } }];
}

/**
 * Makes mailboxes due in so many milliseconds at the latest, and so may end their backoff. A mailbox
 * under a lease keeps it.
 */
export async function wakeIn(
  { conversations }: Collections,
  ids: string[],
  ms: number,
  session?: ClientSession,
): Promise<void> {
  const which = { _id: { $in: ids } };
  await conversations.updateMany(which, dueIn(ms), { updatePipeline: true, session });
}

/** Implements `QueueStore.wakeLine`. */
export async function wakeLine({ conversations }: Collections, line: string): Promise<void> {
  const which = { line, due_at: { $type: 'date' as const } };
  await conversations.updateMany(which, dueIn(0), { updatePipeline: true });
}

/** Makes mailboxes due at once, and so ends their backoff. A mailbox under a lease keeps it. */
export function wakeNow(db: Collections, ids: string[], session?: ClientSession): Promise<void> {
  return wakeIn(db, ids, 0, session);
}

/**
 * Makes mailboxes due at once, except those whose rows another transaction holds: these are left
 * alone for a while. Returns the ids of the others.
 */
export async function wakeFree({ conversations, held }: Collections, ids: string[]) {
  await held.writeAll(ids, async (some, maxTimeMS) => {
    const options = { updatePipeline: true, maxTimeMS };
    return (await conversations.updateMany({ _id: { $in: some } }, dueIn(0), options)).matchedCount;
  });
  const left = new Set(held.resting);
  return ids.filter((id) => !left.has(id));
}

/**
 * Tells whether a worker should look at a mailbox sooner than it would: it has a turn that isn't
 * settled or a message that no turn covers, or it waits for the time of a backoff.
 */
export async function hasWork(
  { turns, messages, conversations }: Collections,
  conversation_id: string,
  session: ClientSession,
): Promise<boolean> {
  const row = { _id: conversation_id, due_at: { $type: 'date' as const } };
  const unleased = { lease_until: { $exists: false } };
  const there =
    (await turns.exists({ outcome: null, conversation_id }).session(session)) ??
    (await messages.exists({ waiting: true, conversation_id }).session(session)) ??
    (await conversations.exists({ ...row, ...unleased }).session(session));
  return !!there;
}

/**
 * Tells whether this claim still has the mailbox. It also writes to the mailbox's row, so that a
 * concurrent claim and this transaction conflict and MongoDB runs one of them again.
 */
export async function holds(
  { conversations }: Collections,
  { conversationId: _id, token }: Claim,
  session: ClientSession,
): Promise<boolean> {
  const raise = { $inc: { answers: 1 } };
  const options = { session, strict: false } as const;
  return !!(await conversations.updateOne({ _id, token }, raise, options)).matchedCount;
}

/**
 * Tells whether this claim still has the mailbox, and prolongs its lease to at least `leaseMs`
 * milliseconds from now.
 */
export async function prolong(
  { conversations }: Collections,
  { conversationId: _id, token }: Claim,
  leaseMs: number,
  session: ClientSession,
): Promise<boolean> {
  const until = { $max: ['$lease_until', { $add: ['$$NOW', leaseMs] }] };
  const { matchedCount } = await conversations.updateOne(
    { _id, token },
    [{ $set: { lease_until: until, due_at: until } }],
    { session, updatePipeline: true },
  );
  return matchedCount === 1;
}
