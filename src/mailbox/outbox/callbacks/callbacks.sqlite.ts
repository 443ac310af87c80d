import type { Database } from '../../../storage/sqlite/database.js';
import { hasWork, wakeIn } from '../../queue/mailbox-row.sqlite.js';
import { lastInboundAt } from '../../turns/received/received.sqlite.js';
import { findPart, type OutboxPart } from '../../turns/turn-row.sqlite.js';
import { partOfFormer } from './former-attempts.sqlite.js';
import { type Heard, MOST_HEARD, type Settled } from '../outbox.store.js';
import { apply } from '../part-change.sqlite.js';
import { isMove, resolveCallback } from '../resolution.js';
import type { StatusUpdate } from '../status-update.js';
import { untilTooLate } from '../window.js';

/** Implements `OutboxStore.callback`. */
export function takeCallback(db: Database, update: StatusUpdate): Settled | null {
  const part = partOf(db, update);
  const partId = part?.id ?? partOfFormer(db, update.sid, update.attempt);
  if (partId) keep(db, partId, update);
  const resolution = part && resolveCallback(part, update);
  if (!part || !resolution) return null;
  const settled = apply(db, part, resolution);
  if (isMove(part, resolution)) return settled;
  return { ...settled, woken: wakeAfter(db, settled, part) };
}

/** Implements `OutboxStore.concerns`. */
export function concernedBy(db: Database, update: StatusUpdate): string | null {
  const part = partOf(db, update);
  return part && resolveCallback(part, update) ? part.conversationId : null;
}

/** Implements `OutboxStore.heard`. */
export function heardOf(db: Database, partId: string): Heard[] {
  const row = db.get('SELECT heard FROM outbox WHERE id = :partId', { partId });
  return heardIn(row?.heard ?? null);
}

/** Reads what was heard of a part in its column. */
export function heardIn(column: string | null): Heard[] {
  const all: (Heard & { error: Heard['error'] | null })[] = JSON.parse(column ?? '[]');
  return all.map(({ error, ...heard }) => (error ? { ...heard, error } : heard));
}

/** Finds the part by the message's sid, or by the attempt in the callback's URL. */
function partOf(db: Database, { attempt, sid }: StatusUpdate): OutboxPart | undefined {
  return findPart(db, 'sid', sid) ?? (attempt ? findPart(db, 'attempt', attempt) : undefined);
}

/** Keeps a callback once: the channel may send it again. */
function keep(db: Database, id: string, { sid, status, failure, listed }: StatusUpdate): void {
  const error = failure && 'error' in failure ? failure.error : null;
  const entry = JSON.stringify({ sid, status, at: db.now(), error, listed });
  db.run(
    `UPDATE outbox SET heard = json_insert(
       CASE WHEN json_array_length(heard) >= ${MOST_HEARD} THEN json_remove(heard, '$[0]')
            ELSE COALESCE(heard, '[]') END, '$[#]', json(:entry))
     WHERE id = :id AND NOT EXISTS (SELECT 1 FROM json_each(outbox.heard)
       WHERE value ->> 'sid' = :sid AND value ->> 'status' = :status)`,
    { id, sid, status, entry },
  );
}

/**
 * Wakes the mailbox if there is something to do in it: now, or at the part's next attempt, and when
 * the window closes at the latest.
 */
function wakeAfter(db: Database, settled: Settled, part: OutboxPart): boolean {
  const { conversationId, state, retryInMs = 0 } = settled;
  if (!hasWork(db, conversationId)) return false;
  const times = { lastInboundAt: lastInboundAt(db, conversationId), now: db.now() };
  const ms = state === 'pending' ? Math.min(retryInMs, untilTooLate(part, times)) : 0;
  wakeIn(db, conversationId, Math.max(ms, 0));
  return true;
}
