import type { Collections } from '../../storage/mongo/collections.js';
import { wake } from '../queue/mailbox-row.mongo.js';

/**
 * Milliseconds. If the mailbox of a message isn't due after this time, the process that stored the
 * message has died before its second write.
 */
const SWEEP_AFTER_MS = 5000;

/** A sweep looks at so many messages, the oldest first. */
const SWEEP_AT_MOST = 1000;

/** Milliseconds, far more than any batch takes: nobody is still accepting such a message. */
const DELETE_AFTER_MS = 60_000;

/**
 * Wakes the mailboxes of messages that were stored but whose mailboxes were not woken. Returns how
 * many mailboxes it woke.
 */
export async function sweep(db: Collections): Promise<number> {
  const before = new Date(Date.now() - SWEEP_AFTER_MS);
  const old = await db.messages
    .find({ waiting: true, created_at: { $lt: before } }, { conversation_id: 1, _id: 0 })
    .sort({ created_at: 1 })
    .limit(SWEEP_AT_MOST)
    .lean();
  const stored = [...new Set(old.map(({ conversation_id }) => conversation_id))];
  const rows = await db.conversations.find({ _id: { $in: stored } }, { _id: 1, due_at: 1 }).lean();
  if (rows.length < stored.length) await deleteOrphans(db, stored, rows);
  const asleep = rows.flatMap(({ _id, due_at }) => (due_at ? [] : [_id]));
  if (asleep.length) await wake(db, asleep);
  return asleep.length;
}

/**
 * Deletes the messages that a process inserted into an erased conversation before it died. Twilio
 * got no acknowledgement of them, and their sender's data was erased.
 */
async function deleteOrphans(
  db: Collections,
  stored: string[],
  rows: { _id: string }[],
): Promise<void> {
  const there = new Set(rows.map(({ _id }) => _id));
  const gone = stored.filter((id) => !there.has(id));
  const before = new Date(Date.now() - DELETE_AFTER_MS);
  const old = { waiting: true, created_at: { $lt: before } } as const;
  await db.messages.deleteMany({ ...old, conversation_id: { $in: gone } });
}
