import type { Database } from '../../../storage/sqlite/database.js';
import { partsOf } from '../../turns/turn-row.sqlite.js';
import { heardIn } from '../callbacks/callbacks.sqlite.js';
import { attemptsIn } from './attempt-log.sqlite.js';
import type { SentPart } from './sent-part.js';

/** Returns the parts of a turn in their order, with what is kept of their sends. */
export function sentPartsOf(db: Database, turnId: string): SentPart[] {
  const rows = db.all<Record<string, any>>(
    `SELECT id, attempt_log AS log, heard,
       iif(held = 1, held_line, NULL) AS held, look_at AS lookAt FROM outbox
     WHERE turn_id = :turnId`,
    { turnId },
  );
  const sends = new Map(rows.map(({ id, ...row }) => [id as string, row]));
  return partsOf(db, turnId).map((part) => {
    const { log, heard, held, lookAt } = sends.get(part.id)!;
    return {
      ...part,
      log: attemptsIn(log),
      heard: heardIn(heard),
      ...(held !== null && { held }),
      ...(lookAt !== null && { lookAt }),
    };
  });
}
