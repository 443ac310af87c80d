import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as tokens from '../../../access/tokens/token.sqlite.js';
import * as announcements from '../../../announcing/announcements/announcement.sqlite.js';
import * as signIns from '../../../console/sign-in/sign-in.sqlite.js';
import * as holds from '../../../mailbox/holds/hold.sqlite.js';
import * as outbox from '../../../mailbox/outbox/outbox.sqlite.js';
import * as queue from '../../../mailbox/queue/queue.sqlite.js';
import * as records from '../../../whatsapp/records/records.sqlite.js';
import { Database } from '../database.js';
import { migrate } from '../migrate.js';
import type { KeepsDueTimes } from './due-times.js';

const HOUR = 3_600_000;
const LATER = Date.now() + 2 * HOUR;

type Row = Record<string, string | number>;

/** A row's column, and what else the row holds. */
type Kept = [column: string, row: Row, by: KeepsDueTimes];

/** What is waited for, or compared with a clock that isn't set back. */
const MOVED: Kept[] = [
  ['conversations.due_at', {}, queue],
  ['conversations.lease_until', { due_at: LATER }, queue],
  ['outbox.retry_at', { state: 'pending' }, outbox],
  ['outbox.attempted_at', { state: 'sending' }, outbox],
  ['outbox.attempted_at', { state: 'sending', look_at: 1 }, outbox],
  ['outbox.attempted_at', { state: 'uncertain', look_at: LATER }, outbox],
  ['outbox.look_at', { state: 'uncertain' }, outbox],
  ['account_hold.try_at', {}, holds],
  ['announcements.due_at', { state: 'waiting' }, announcements],
  ['test_sends.begun_at', {}, records],
  ['console_codes.expires_at', {}, signIns],
  ['console_sessions.expires_at', {}, signIns],
  ['admin_tokens.expires_at', {}, tokens],
];

/** When something happened: nobody waits for it. */
const HAPPENED = [
  ...['conversations', 'messages', 'turns', 'outbox'].map((table) => `${table}.created_at`),
  ...['documents', 'curated_answers'].flatMap((one) => [`${one}.created_at`, `${one}.updated_at`]),
  'curated_answers.last_served_at',
  'whatsapp_sessions.created_at',
  'whatsapp_sessions.updated_at',
  'conversations.taken_at',
  'conversations.due_since',
  'conversations.opted_out_at',
  'conversations.unreachable_at',
  'consent_records.at',
  'consent_records.erased_at',
  'opted_out_people.since',
  'conversations.waiting_since',
  'conversations.handover_at',
  // By the calendar, which isn't set back with the clock.
  'conversations.promised_at',
  'conversations.activity_at',
  'conversations.last_inbound_at',
  'conversations.window_refused_at',
  'content_resources.created_at',
  'conversations.claimed_at',
  'turns.settled_at',
  'outbox.updated_at',
  'traces.created_at',
  'feedback.given_at',
  'evaluation_cases.created_at',
  'account_hold.since',
  'settings_history.changed_at',
  'admin_tokens.created_at',
  'admin_tokens.last_used_at',
  'announcement_targets.created_at',
  'announcements.happened_at',
  'announcements.settled_at',
  'erased_messages.erased_at',
  'twilio_numbers.first_webhook_at',
  // One that lies in the future is over, too: see `rateLimit`.
  'conversations.window_start',
  // Messages up to this one are summed up: it is compared with theirs.
  'summaries.until',
  // By Twilio's clock.
  'twilio_numbers.looked_until',
];

let directory: string;
let db: Database;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  db = new Database(join(directory, 'recado.sqlite'));
  migrate(db);
});
afterEach(() => {
  db.close();
  rmSync(directory, { recursive: true });
});

const columnsOf = (table: string) =>
  db.all<{ name: string; type: string; notnull: number }>(`PRAGMA table_info(${table})`);

test('whoever adds a time to a table says here whether it is moved when the clock is set back', () => {
  const tables = db.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const times = tables.flatMap(({ name: table }) =>
    columnsOf(table)
      .filter(({ name, type }) => type === 'INTEGER' && /(^|_)(at|until|since|start)$/.test(name))
      .map(({ name }) => `${table}.${name}`),
  );
  expect([...MOVED.map(([column]) => column), ...HAPPENED]).toEqual(expect.arrayContaining(times));
});

/** Puts a row into a table, with something in each column that must not be empty. */
function put(table: string, row: Row): void {
  const needed = columnsOf(table)
    .filter(({ notnull, name }) => notnull && !(name in row))
    .map(({ name, type }) => [name, type === 'INTEGER' ? 0 : 'x']);
  const all = { ...Object.fromEntries(needed), ...row };
  const names = Object.keys(all);
  db.run(`INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `:${name}`)})`, all);
}

test.each(MOVED)('%s is moved, in a row with %j', (place, row, module) => {
  const [table, column] = place.split('.');
  put('turns', { id: 'x' });
  put('announcement_targets', { id: 'x' });
  if (table !== 'turns') put(table, { id: 'a', ...row, [column]: LATER });
  module.timeSetBack!(db, HOUR);
  expect(db.get(`SELECT ${column} AS at FROM ${table}`)).toEqual({ at: LATER - HOUR });
});
