import { partsOf } from '../../http/cursor.js';
import type { Database } from '../../storage/sqlite/database.js';
import { jsonIn } from '../../storage/sqlite/json.js';
import { portOf } from '../../storage/sqlite/steps.js';
import type { Announcement, AnnouncementState, NewAnnouncement, Tried } from './announcement.js';
import {
  MOST_COUNTED,
  type AnnouncementFilter,
  type AnnouncementStore,
} from './announcement.store.js';

const COLUMNS = `seq, id, target_id AS targetId, type, conversation_id AS conversationId, about, facts,
  happened_at AS happenedAt, state, due_at AS dueAt, tries, error, settled_at AS settledAt`;

/** What is to be told, in SQLite. */
export const steps = {
  add(db: Database, all: NewAnnouncement[]): void {
    for (const { id, targetId, type, conversationId, about, facts, happenedAt } of all)
      db.run(
        `INSERT INTO announcements (id, target_id, type, conversation_id, about, facts, happened_at)
         VALUES (:id, :targetId, :type, :conversationId, :about, :facts, :happenedAt)
         ON CONFLICT (id) DO NOTHING`,
        {
          id,
          targetId,
          type,
          happenedAt,
          conversationId: conversationId ?? null,
          about: about ?? null,
          facts: JSON.stringify(facts),
        },
      );
  },

  due(db: Database, now: number): string[] {
    const due = `SELECT 1 FROM announcements WHERE target_id = announcement_targets.id
      AND state = 'waiting' AND due_at <= :now`;
    return db
      .all<{ id: string }>(
        `SELECT id FROM announcement_targets WHERE enabled = 1 AND EXISTS (${due})`,
        { now },
      )
      .map(({ id }) => id);
  },

  claim(
    db: Database,
    targetId: string,
    most: number,
    now: number,
    until: number,
    claim: string,
  ): Announcement[] {
    const rows = db.all(
      `SELECT ${COLUMNS} FROM announcements
       WHERE target_id = :targetId AND state = 'waiting' AND due_at <= :now
       ORDER BY due_at, seq LIMIT :most`,
      { targetId, now, most },
    );
    for (const { id } of rows)
      db.run(
        'UPDATE announcements SET due_at = :until, claim = :claim, tries = tries + 1 WHERE id = :id',
        { id, until, claim },
      );
    return rows.map((row) => toAnnouncement({ ...row, tries: row.tries + 1 }));
  },

  tried(db: Database, id: string, claim: string, tried: Tried): void {
    db.run(
      `UPDATE announcements SET state = :state, error = :error, claim = NULL,
         due_at = COALESCE(:dueAt, due_at), settled_at = :settledAt
       WHERE id = :id AND claim = :claim AND state = 'waiting'`,
      {
        id,
        claim,
        state: tried.state,
        error: 'error' in tried ? tried.error : null,
        dueAt: 'dueAt' in tried ? tried.dueAt : null,
        settledAt: 'at' in tried ? tried.at : null,
      },
    );
  },

  page(db: Database, limit: number, { state, targetId }: AnnouncementFilter, cursor?: string) {
    const before = cursor ? Number(partsOf(cursor, /^(\d{1,15})$/)[0]) : Number.MAX_SAFE_INTEGER;
    const which = [state && 'state = :state', targetId && 'target_id = :targetId'];
    const rows = db.all(
      `SELECT ${COLUMNS} FROM announcements
       WHERE ${['seq < :before', ...which].filter(Boolean).join(' AND ')} ORDER BY seq DESC LIMIT :most`,
      { before, most: limit + 1, ...(state && { state }), ...(targetId && { targetId }) },
    );
    const page = rows.slice(0, limit);
    return {
      items: page.map(toAnnouncement),
      next: rows.length > limit ? String(page.at(-1)!.seq) : null,
    };
  },

  counts(db: Database): Record<'waiting' | 'failed', number> {
    const count = (state: string) =>
      db.get<{ n: number }>(
        `SELECT count(*) AS n FROM
           (SELECT 1 FROM announcements WHERE state = :state LIMIT ${MOST_COUNTED})`,
        { state },
      )!.n;
    return { waiting: count('waiting'), failed: count('failed') };
  },

  again(db: Database, id: string): boolean {
    const changed = db.run(
      `UPDATE announcements SET state = 'waiting', due_at = 0, tries = 0, settled_at = NULL
       WHERE id = :id AND state = 'failed'`,
      { id },
    );
    return changed > 0;
  },

  discard(db: Database, id: string): boolean {
    return db.run(`DELETE FROM announcements WHERE id = :id AND state = 'failed'`, { id }) > 0;
  },

  drop(db: Database, ids: string[]): void {
    for (const id of ids) db.run('DELETE FROM announcements WHERE id = :id', { id });
  },

  prune(db: Database, state: AnnouncementState, before: number, most: number): number {
    return db.run(
      `DELETE FROM announcements WHERE seq IN (SELECT seq FROM announcements
         WHERE state = :state AND settled_at < :before ORDER BY seq LIMIT :most)`,
      { state, before, most },
    );
  },
};

export const open = portOf<AnnouncementStore>(steps, import.meta.url, ['due', 'page', 'counts']);

/** Moves when something is told, and until when it is claimed: see `KeepsDueTimes`. */
export function timeSetBack(db: Database, ms: number): void {
  db.run(`UPDATE announcements SET due_at = MAX(due_at - :ms, 0) WHERE state = 'waiting'`, { ms });
}

function toAnnouncement({ seq: _, facts, ...row }: Record<string, any>): Announcement {
  const given = Object.entries(row).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(given) as Omit<Announcement, 'facts'>),
    facts: jsonIn(facts, {}),
  };
}
