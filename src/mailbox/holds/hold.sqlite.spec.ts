import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Database } from '../../storage/sqlite/database.js';
import { migrate } from '../../storage/sqlite/migrate.js';
import { steps } from './hold.sqlite.js';

/** The version before a line could be held by itself. */
const BEFORE = 30;

test('a hold that stands when the upgrade comes stays in effect, and who waits knows their line', () => {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const db = new Database(join(directory, 'recado.sqlite'));
  try {
    migrate(db, BEFORE);
    const later = Date.now() + 3_600_000;
    db.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO account_hold VALUES
        (1, 5, 20003, 'Authenticate', 'Check it.', 'callback', ${later}, 3, 'c1', 'SM1');
      INSERT INTO conversations (id, channel, created_at, activity_at, line)
        VALUES ('c1', 'whatsapp', 1, 1, NULL), ('c2', 'whatsapp', 1, 1, '+15005550001');
      INSERT INTO outbox (id, turn_id, conversation_id, position, body, state, created_at, updated_at, held)
        VALUES ('p1', 't1', 'c1', 0, 'x', 'pending', 1, 1, 1), ('p2', 't2', 'c2', 0, 'x', 'pending', 1, 1, 1),
          ('p3', 't3', 'c2', 0, 'x', 'pending', 1, 1, NULL);`);
    migrate(db);
    expect(steps.all(db)).toEqual([
      {
        since: 5,
        code: 20003,
        message: 'Authenticate',
        action: 'Check it.',
        heardBy: 'callback',
        tryAt: later,
        refusals: 3,
        probe: 'c1',
        sid: 'SM1',
      },
    ]);
    expect(db.all('SELECT id, held_line FROM outbox ORDER BY id')).toEqual([
      { id: 'p1', held_line: 'default' },
      { id: 'p2', held_line: '+15005550001' },
      { id: 'p3', held_line: null },
    ]);
    expect([steps.waiting(db), steps.waiting(db, '+15005550001')]).toEqual([2, 1]);
    expect(steps.tend(db)).toMatchObject({ holds: [{ code: 20003 }], woken: 0 });
    steps.lift(db, undefined);
    expect(steps.tend(db)).toEqual({ holds: [], woken: 2 });
  } finally {
    db.close();
    rmSync(directory, { recursive: true });
  }
});
