import { DEFAULT_LINE } from '../../../config/lines/line.js';
import type { OutboxRow } from '../../../storage/mongo/rows/outbox.js';
import { toPart } from '../../turns/turn-row.mongo.js';
import { heardIn } from '../callbacks/callbacks.mongo.js';
import { attemptsIn } from './attempt-log.mongo.js';
import type { SentPart } from './sent-part.js';

/** Makes the parts of one turn of their rows, in their order, with what is kept of their sends. */
export function toSentParts(rows: OutboxRow[]): SentPart[] {
  return rows
    .toSorted((a, b) => a.position - b.position)
    .map((row) => ({
      ...toPart(row),
      log: attemptsIn(row),
      heard: heardIn(row),
      ...(row.held && { held: row.held_line ?? DEFAULT_LINE }),
      ...(row.look_at && { lookAt: row.look_at.getTime() }),
    }));
}
