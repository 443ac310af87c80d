import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { steps as inbox } from '../../conversations/inbox/inbox.sqlite.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import { putIntoIndexes } from './found/found-at-commit.js';
import { firstSchema } from './migrations/first/0001-first-schema.js';
import { formerAttempts } from './migrations/0013-former-attempts.js';

let directory: string;
let db: Database;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  db = new Database(join(directory, 'recado.sqlite'));
  db.exec(`${firstSchema}; PRAGMA user_version = 1`);
});
afterEach(() => {
  db.close();
  rmSync(directory, { recursive: true });
});

test('documents of the first schema get names that differ, and keep the rest', () => {
  // Two of one title have `Hours (2)` beside them, which is the title of another one.
  const titles = ['Hours', 'Prices', 'Hours', 'Hours (2)', 'Hours', 'Prices', ' $x 🥐'];
  for (const [n, title] of titles.entries())
    db.run(
      `INSERT INTO documents (id, title, text, format, created_at)
       VALUES (:id, :title, :text, 'text', :at)`,
      { id: `id${n}`, title, text: '🥐'.repeat(n), at: n },
    );
  db.run("DELETE FROM documents WHERE id = 'id1'");
  migrate(db);
  const rows = db.all('SELECT * FROM documents ORDER BY seq');
  expect(rows.map(({ name }) => name)).toEqual([
    'Hours',
    'Hours (id2)',
    'Hours (2)',
    'Hours (3)',
    'Prices',
    ' $x 🥐',
  ]);
  expect(rows[1]).toEqual({
    seq: 3,
    id: 'id2',
    name: 'Hours (id2)',
    title: 'Hours',
    format: 'text',
    revision: 'id2',
    source: null,
    metadata: '{}',
    characters: 2,
    created_at: 2,
    updated_at: 2,
    text: '🥐🥐',
  });
});

test('a page that was read before goes on behind what was there', () => {
  db.run(
    `INSERT INTO documents (id, title, text, format, created_at) VALUES ('a', 'A', '', '', 1)`,
  );
  migrate(db);
  db.run(
    `INSERT INTO documents (id, name, title, format, revision, metadata, characters, created_at,
       updated_at, text) VALUES ('b', 'B', 'B', '', 'r', '{}', 0, 2, 2, '')`,
  );
  expect(db.all('SELECT seq FROM documents').map(({ seq }) => seq)).toEqual([1, 2]);
});

test('callbacks go to the parts that they told of, and the others go', () => {
  const part = `INSERT INTO outbox (id, turn_id, conversation_id, position, body, state, sid,
     created_at, updated_at) VALUES (:id, 't', 'c', 0, '', 'accepted', :sid, 1, 1)`;
  db.run(part, { id: 'told', sid: 'SM1' });
  db.run(part, { id: 'silent', sid: 'SM2' });
  const callback = `INSERT INTO status_callbacks (sid, status, error, received_at)
     VALUES (:sid, :status, :error, :at)`;
  db.run(callback, { sid: 'SM1', status: 'failed', error: '{"code":63024}', at: 8 });
  db.run(callback, { sid: 'SM1', status: 'sent', error: null, at: 7 });
  db.run(callback, { sid: 'SM-of-nobody', status: 'sent', error: null, at: 7 });
  migrate(db);
  const rows = db.all('SELECT id, heard FROM outbox ORDER BY id');
  expect(rows[0]).toEqual({ id: 'silent', heard: null });
  expect(JSON.parse(rows[1].heard)).toEqual([
    { sid: 'SM1', status: 'sent', at: 7, error: null },
    { sid: 'SM1', status: 'failed', at: 8, error: { code: 63024 } },
  ]);
});

test('ids of former messages lead to their part, as long as that is there', () => {
  db.exec(`DROP TABLE outbox; CREATE TABLE outbox (id TEXT PRIMARY KEY, sent_to TEXT, former_sids TEXT);
    CREATE INDEX outbox_former ON outbox (sent_to) WHERE former_sids IS NOT NULL;
    INSERT INTO outbox VALUES ('a', 'x', '["SM1","SM2"]'), ('b', 'x', NULL), ('c', 'y', '["SM3"]');
    ${formerAttempts}`);
  const found = () => db.all('SELECT sid, part_id AS part FROM former_attempts ORDER BY sid');
  expect(found()).toEqual([
    { sid: 'SM1', part: 'a' },
    { sid: 'SM2', part: 'a' },
    { sid: 'SM3', part: 'c' },
  ]);
  db.run("DELETE FROM outbox WHERE id = 'a'");
  expect(found()).toEqual([{ sid: 'SM3', part: 'c' }]);
});

test('what was said before the inbox is read, in the order of the time, and is found', () => {
  db.exec(`
    INSERT INTO conversations (id, created_at, merged_into) VALUES ('a', 1, NULL), ('b', 2, NULL),
      ('c', 3, NULL);
    INSERT INTO whatsapp_sessions VALUES ('+12025550147', 'a', 'Íñigo', 1, 1), ('US.1234', 'b', NULL, 1, 1);
    INSERT INTO messages (id, conversation_id, role, source, text, waiting, created_at) VALUES
      ('1', 'a', 'user', 'whatsapp', '¿Qué tal?', NULL, 5),
      ('2', 'a', 'assistant', 'whatsapp', 'Muy bién', NULL, 7),
      ('3', 'b', 'user', 'api', 'hola', NULL, 6),
      ('4', 'a', 'user', 'whatsapp', 'Más tarde', 1, 6)`);
  migrate(db);
  const rows = db.all(`SELECT id, activity_at AS activity, last_inbound_at AS inbound, unread,
    read_seq AS read, channel FROM conversations ORDER BY id`);
  expect(rows).toEqual([
    { id: 'a', activity: 6, inbound: 6, unread: null, read: 4, channel: 'whatsapp' },
    { id: 'b', activity: 6, inbound: null, unread: null, read: 3, channel: 'api' },
    { id: 'c', activity: 3, inbound: null, unread: null, read: null, channel: 'whatsapp' },
  ]);
  expect([inbox.found(db, ['bien']), inbox.found(db, ['HOL'])]).toEqual([['a'], ['b']]);
  expect([inbox.found(db, ['inigo', '147']), inbox.found(db, ['234'])]).toEqual([['a'], ['b']]);
  expect(inbox.found(db, ['tarde'])).toEqual([]);
  db.run("UPDATE messages SET waiting = NULL WHERE id = '4'");
  putIntoIndexes(db);
  expect(inbox.found(db, ['tarde'])).toEqual(['a']);
  db.exec("INSERT INTO found_messages (found_messages, rank) VALUES ('integrity-check', 1)");
});
