import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleOf } from '../../test/support/inbox/crowd.js';
import { open as openCrowd } from '../../test/support/inbox/crowd.sqlite.js';
import { inbound } from '../../test/support/stores/mailboxes.js';
import { Sqlite } from '../storage/sqlite/sqlite.js';
import { open as openSummaries } from '../chat/messages/summary.sqlite.js';
import { open as openInbox } from '../conversations/inbox/inbox.sqlite.js';
import { open as openSessions } from '../sessions/session.sqlite.js';
import { open as openErasure } from './erasure.sqlite.js';
import { open as openIntake } from '../mailbox/intake/intake.sqlite.js';

const PHONE = '+12025550147';
const WORDS = 'words-of-who-wants-to-be-forgotten';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'recado-'))));
afterEach(() => rmSync(directory, { recursive: true }));

/** Returns the files, the write-ahead log among them, that contain the phone or the text. */
const holding = (within = directory) =>
  readdirSync(within).filter((name) => {
    const bytes = readFileSync(join(within, name));
    return bytes.includes(PHONE) || bytes.includes(WORDS);
  });

test('nothing of who was erased is left on the disk', async () => {
  const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  const mailbox = await openIntake(sqlite);
  const erasure = await openErasure(sqlite);
  const others = Array.from({ length: 20 }, () => mailbox.accept(inbound()));
  const text = `${WORDS} `.repeat(500);
  const { conversationId } = await mailbox.accept(inbound({ phone: PHONE, text }));
  await Promise.all(others);
  expect(holding()).not.toEqual([]);
  expect(await erasure.erase(conversationId)).toBe(true);
  expect(holding()).toEqual([]);
  // The file was written anew: nothing of it is free, and no page holds more than its rows.
  const file = new DatabaseSync(join(directory, 'recado.sqlite'), { readOnly: true });
  expect(file.prepare('PRAGMA freelist_count').get()).toEqual({ freelist_count: 0 });
  file.close();
  await sqlite.close();
  expect(holding()).toEqual([]);
});

test('an erasure ends once the file is written anew: a kill before that is made up for', async () => {
  const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  const { conversationId } = await (await openIntake(sqlite)).accept(inbound({ phone: PHONE }));
  const erasure = await openErasure(sqlite);
  let begun: string[] = [];
  sqlite.scrub = async () => void (begun = await erasure.begun());
  await erasure.erase(conversationId);
  expect(begun).toEqual([conversationId]);
  expect(await erasure.begun()).toEqual([]);
  await sqlite.close();
});

test('somebody who reads the file holds up nobody; what was erased is gone once they end', async () => {
  const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  const mailbox = await openIntake(sqlite);
  const erasure = await openErasure(sqlite);
  const [first, second] = [inbound({ phone: PHONE, text: WORDS }), inbound({ text: WORDS })];
  const { conversationId } = await mailbox.accept(first);
  const other = await mailbox.accept(second);
  const reader = new DatabaseSync(join(directory, 'recado.sqlite'), { readOnly: true });
  reader.exec('BEGIN; SELECT count(*) FROM messages');
  const begun = performance.now();
  await Promise.all([conversationId, other.conversationId].map((id) => erasure.erase(id)));
  await mailbox.accept(inbound());
  // SQLite itself would wait for the reader, five seconds each time.
  expect(performance.now() - begun).toBeLessThan(2500);
  expect(holding()).not.toEqual([]);
  reader.close();
  await expect.poll(() => holding()).toEqual([]);
  await sqlite.close();
});

test('what was erased before a kill is gone after the next start', async () => {
  const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  const mailbox = await openIntake(sqlite);
  const { conversationId } = await mailbox.accept(inbound({ phone: PHONE, text: WORDS }));
  const reader = new DatabaseSync(join(directory, 'recado.sqlite'), { readOnly: true });
  reader.exec('BEGIN; SELECT count(*) FROM messages');
  await (await openErasure(sqlite)).erase(conversationId);
  const left = join(directory, 'left');
  // As a kill leaves the files.
  for (const name of ['recado.sqlite', 'recado.sqlite-wal'])
    cpSync(join(directory, name), join(left, name));
  reader.close();
  await sqlite.close();
  expect(holding(left)).not.toEqual([]);
  const next = await Sqlite.open(join(left, 'recado.sqlite'));
  expect(holding(left)).toEqual([]);
  await next.close();
});

test.each(['', ' and more of it '.repeat(400)])(
  'nor is a word of them left to search',
  async (more) => {
    const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
    const crowd = await openCrowd(sqlite);
    const others = peopleOf(200);
    const said = ['forgottenone', 'forgottentwo', 'FORGOTTENTHREE'].map((word) => word + more);
    const theirs = others.slice(0, 3).map((other, n) => {
      const messages = other.said.map((one) => ({ ...one, text: `${one.text} ${said[n]}` }));
      return { ...other, name: `Forgottena ${n}`, said: messages };
    });
    // The words are cut in segments, which are joined with those of others now and then.
    for (const person of [...theirs, ...others.slice(3)]) await crowd.add([person]);
    await crowd.add(
      peopleOf(500, 5).map((one) => ({ ...one, waId: one.waId.replace('+1202', '+1500') })),
    );
    const sessions = await openSessions(sqlite);
    await sessions.touch(theirs[0].waId, 'Unforgotten');
    const left = () => {
      const files = readdirSync(directory).map((name) => readFileSync(join(directory, name)));
      const bytes = Buffer.concat(files).toString('latin1').toLowerCase();
      const ends = theirs.map(({ waId }) => waId.slice(3));
      return ['forgotten', 'orgotten', 'rgottena', ...ends].filter((word) => bytes.includes(word));
    };
    expect(left()).toContain('forgotten');
    const erasure = await openErasure(sqlite);
    for (const { id } of theirs) await erasure.erase(id);
    expect(left()).toEqual([]);
    const inbox = await openInbox(sqlite);
    expect(await inbox.found(['forgotten'])).toEqual([]);
    expect(await inbox.found(['hours'])).toEqual([]);
    expect(await inbox.found(['abren'])).not.toEqual([]);
    await sqlite.close();
  },
);

test.each([5, 500])('what was written over before is gone, too: %d words', async (words) => {
  const sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  const message = inbound({ phone: PHONE });
  const { conversationId } = await (await openIntake(sqlite)).accept(message);
  const summaries = await openSummaries(sqlite);
  for (const [until, text] of [`${WORDS} `.repeat(words), 'They asked for the hours.'].entries())
    await summaries.keep(conversationId, { text, messageId: message.id, until });
  await (await openErasure(sqlite)).erase(conversationId);
  expect(holding()).toEqual([]);
  await sqlite.close();
});
