import { afterEach, beforeEach, expect, test } from 'vitest';
import { steps as inbox } from '../../../conversations/inbox/inbox.sqlite.js';
import { Database } from '../database.js';
import { PUT_INTO_INDEXES, putIntoIndexes } from './found-at-commit.js';
import { migrate } from '../migrate.js';

let db: Database;
beforeEach(() => {
  db = new Database(':memory:');
  migrate(db);
  db.run(`INSERT INTO conversations (id, created_at) VALUES ('a', 1)`);
});
afterEach(() => db.close());

function commit(...statements: string[]): void {
  db.begin();
  for (const one of statements) db.run(one);
  putIntoIndexes(db);
  db.run('COMMIT');
  for (const index of ['messages', 'senders']) {
    expect(db.all(`SELECT row FROM found_${index}_due`)).toEqual([]);
    db.exec(`INSERT INTO found_${index} (found_${index}) VALUES ('integrity-check')`);
  }
}

const said = (id: string, text: string, waiting = 'NULL') =>
  `INSERT INTO messages (id, conversation_id, role, source, text, waiting, created_at)
   VALUES ('${id}', 'a', 'user', 'whatsapp', '${text}', ${waiting}, 1)`;
const waits = (id: string, waiting: string) =>
  `UPDATE messages SET waiting = ${waiting} WHERE id = '${id}'`;
const calls = (name: string) => `UPDATE whatsapp_sessions SET profile_name = '${name}'`;

test('a message is found from the commit on that covers it, and no longer than it is there', () => {
  commit(said('1', 'manzana', '1'));
  expect(inbox.found(db, ['manzana'])).toEqual([]);
  commit(waits('1', 'NULL'), waits('1', '1'), waits('1', 'NULL'));
  expect(inbox.found(db, ['manzana'])).toEqual(['a']);
  commit(`UPDATE messages SET text = 'pera' WHERE id = '1'`);
  expect([inbox.found(db, ['manzana']), inbox.found(db, ['pera'])]).toEqual([[], ['a']]);
  commit(`DELETE FROM messages`);
  expect(inbox.found(db, ['pera'])).toEqual([]);
});

test('what comes and goes in one transaction leaves nothing', () => {
  commit(said('1', 'manzana'), `UPDATE messages SET text = 'pera'`, `DELETE FROM messages`);
  expect([inbox.found(db, ['manzana']), inbox.found(db, ['pera'])]).toEqual([[], []]);
});

test('a sender is found by the latest name', () => {
  commit(
    `INSERT INTO whatsapp_sessions VALUES ('+12025550147', 'a', 'Ana', 1, 1)`,
    calls('Berta'),
    calls('Carla'),
  );
  expect([inbox.found(db, ['berta']), inbox.found(db, ['carla', '147'])]).toEqual([[], ['a']]);
  commit(calls('Dora'), `DELETE FROM whatsapp_sessions`);
  expect([inbox.found(db, ['carla']), inbox.found(db, ['dora'])]).toEqual([[], []]);
});

test('what a step took back isn’t found', () => {
  commit(
    said('1', 'manzana'),
    'SAVEPOINT step',
    said('2', 'pera'),
    'ROLLBACK TO step',
    'RELEASE step',
  );
  expect([inbox.found(db, ['manzana']), inbox.found(db, ['pera'])]).toEqual([['a'], []]);
});

test('who has the file for himself puts all of it in at once', () => {
  db.run(said('1', 'manzana'));
  db.exec(PUT_INTO_INDEXES);
  expect(inbox.found(db, ['manzana'])).toEqual(['a']);
});
