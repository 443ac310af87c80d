import type { Collections } from '../../storage/mongo/collections.js';
import { wake } from '../queue/mailbox-row.mongo.js';

/** A message that isn't woken by now belongs to a process that died between the two writes. */
const SWEEP_AFTER_MS = 5000;
const SWEEP_AT_MOST = 1000;
/** Far longer than any batch takes. */
const FORGET_AFTER_MS = 60_000;

/** Wakes the mailboxes of messages that were stored but not woken. How many it found. */
export async function sweep(db: Collections): Promise<number> {
  const before = new Date(Date.now() - SWEEP_AFTER_MS);
  const old = await db.messages
    .find({ waiting: true, created_at: { $lt: before } }, { conversation_id: 1, _id: 0 })
    .sort({ created_at: 1 })
    .limit(SWEEP_AT_MOST)
    .lean();
  const stored = [...new Set(old.map(({ conversation_id }) => conversation_id))];
  const rows = await db.conversations.find({ _id: { $in: stored } }, { _id: 1, due_at: 1 }).lean();
  if (rows.length < stored.length) await forget(db, stored, rows);
  const asleep = rows.flatMap(({ _id, due_at }) => (due_at ? [] : [_id]));
  if (asleep.length) await wake(db, asleep);
  return asleep.length;
}

/**
 * What a process brought into an erased conversation and died: it was acknowledged to nobody, and
 * its sender wanted nothing of it kept.
 */
async function forget(db: Collections, stored: string[], rows: { _id: string }[]): Promise<void> {
  const there = new Set(rows.map(({ _id }) => _id));
  const gone = stored.filter((id) => !there.has(id));
  const before = new Date(Date.now() - FORGET_AFTER_MS);
  const old = { waiting: true, created_at: { $lt: before } } as const;
  await db.messages.deleteMany({ ...old, conversation_id: { $in: gone } });
}
