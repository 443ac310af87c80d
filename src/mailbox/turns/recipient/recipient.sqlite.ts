import type { Database } from '../../../storage/sqlite/database.js';
import type { Standing } from './recipient.js';

/** Reads what may forbid to send to a conversation's sender. */
export function standingOf(db: Database, conversationId: string): Standing {
  const row = db.get(
    `SELECT opted_out_at, unreachable_at, unreachable_why AS reason, unreachable_code
     FROM conversations WHERE id = :conversationId`,
    { conversationId },
  );
  const { opted_out_at: optedOutAt, unreachable_at: since, reason } = row ?? {};
  return {
    ...(typeof optedOutAt === 'number' && { optedOutAt }),
    ...(typeof since === 'number' && {
      unreachable: { since, reason, code: row!.unreachable_code ?? undefined },
    }),
  };
}

/** Tells whether a turn only confirms to the sender that they opted out. */
export function confirmsIn(db: Database, turnId: string): boolean {
  return !!db.get('SELECT 1 FROM turns WHERE id = :turnId AND ends_as IS NOT NULL', { turnId });
}
