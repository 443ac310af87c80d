import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { aPhone, draftOf, inbound } from '../../../../test/support/stores/mailboxes.js';
import { readContent } from '../../../chat/messages/message.js';
import { open as openMessages } from '../../../chat/messages/message.sqlite.js';
import { open as openFailures } from '../../../failures/failure.sqlite.js';
import { Sqlite } from '../../../storage/sqlite/sqlite.js';
import { open as openIntake } from '../../intake/intake.sqlite.js';
import { open as openQueue } from '../../queue/queue.sqlite.js';
import type { Claim } from '../../queue/queue.store.js';
import { Signals } from '../../queue/signals.js';
import { open as openTurns } from '../../turns/turn.sqlite.js';
import { UnansweredService } from '../../turns/unanswered.service.js';
import type { Work } from '../../turns/work.js';
import { VisitService } from './visit.service.js';

let directory: string;
let sqlite: Sqlite;
let stores: Awaited<ReturnType<typeof openStores>>;
let visits: VisitService;
const answered: string[] = [];

async function openStores() {
  const [intake, queue, turns] = [openIntake(sqlite), openQueue(sqlite), openTurns(sqlite)];
  const [failures, messages] = [openFailures(sqlite), openMessages(sqlite)];
  return {
    intake: await intake,
    queue: await queue,
    turns: await turns,
    failures: await failures,
    messages: await messages,
  };
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  stores = await openStores();
  const { queue, intake, turns } = stores;
  const answer = async (claim: Claim, { waiting }: Work) => {
    answered.push(...waiting.map(({ text }) => text));
    const draft = draftOf(waiting, { parts: [], outcome: 'answered' });
    await turns.answer(claim, draft);
  };
  const answering = { answer } as never;
  const delivery = { deliver: async () => undefined } as never;
  const consent = { applyWish: async (_: Claim, work: Work) => work } as never;
  const unanswered = new UnansweredService(turns, new Signals());
  const kept = { keep: async () => false } as never;
  const others = [delivery, unanswered, consent, kept, {} as never] as const;
  visits = new VisitService(queue, intake, turns, answering, ...others);
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await sqlite.close();
  rmSync(directory, { recursive: true });
});

/** Changes a row as no Recado would. */
function spoil(sql: string, id: string): void {
  const db = new DatabaseSync(join(directory, 'recado.sqlite'));
  expect(db.prepare(sql).run(id).changes).toBe(1);
  db.close();
}

const quiet = () => vi.spyOn(visits['logger'], 'error').mockReturnValue(undefined);

async function visitAll(): Promise<void> {
  const signal = new AbortController().signal;
  for (let due; (due = await stores.queue.claim(10, 60_000)).length;)
    for (const claim of due) await visits.visit(claim, signal);
}

test.each([
  ["details = '{bad'", 'details'],
  ["details = '7'", 'details'],
  ["text = x'ff00'", 'text'],
  ["created_at = 'noon'", 'time'],
])('a message with %s ends as dead, its neighbours are answered', async (change, what) => {
  const { intake, failures, messages, turns } = stores;
  const phone = aPhone();
  answered.length = 0;
  const sent = [];
  for (const text of ['one', 'two', 'three'])
    sent.push(await intake.accept(inbound({ phone, text })));
  await intake.accept(inbound({ text: 'hello' }));
  const [, { messageId, conversationId }] = sent;
  spoil(`UPDATE messages SET ${change} WHERE id = ?`, messageId);
  await visitAll();
  expect(answered.toSorted()).toEqual(['hello', 'one', 'three']);
  const [failure] = await failures.list(1);
  expect(failure).toMatchObject({ conversationId, outcome: 'dead' });
  expect(failure.error).toMatch(new RegExp(`cannot be read in the store: its ${what}`));
  const page = await messages.page(conversationId, 10);
  expect(page.messages.map(({ unreadable }) => !!unreadable)).toContain(true);
  const ids = page.messages.map(({ turnId }) => turnId!);
  expect((await turns.find(ids)).map(({ outcome }) => outcome)).toContain('dead');
});

test('a turn is settled although its usage and the error of a part cannot be read', async () => {
  const { intake, queue, turns } = stores;
  await intake.accept(inbound());
  const [claim] = await queue.claim(1, 60_000);
  const draft = draftOf((await turns.open(claim))!.waiting);
  await turns.answer(claim, draft);
  spoil("UPDATE turns SET usage = '{bad' WHERE id = ?", draft.turnId);
  spoil("UPDATE outbox SET error = '{bad' WHERE turn_id = ?", draft.turnId);
  quiet();
  await visits.giveUp(claim);
  const [turn] = await turns.find([draft.turnId]);
  expect(turn).toMatchObject({ outcome: 'dead', usage: undefined });
});

test('a mailbox that cannot be read at all is put aside, and suspected no more', async () => {
  const { turns, queue } = stores;
  quiet();
  const release = vi.spyOn(queue, 'release');
  vi.spyOn(turns, 'open').mockRejectedValue(new TypeError('not to be read'));
  const claim = { conversationId: 'a', token: 1, crashes: 5 };
  await visits.giveUp(claim);
  expect(release).toHaveBeenCalledWith(claim, { dueInMs: 600_000, crashes: 0 });
});

test('values of other types, as MongoDB may have them, are told and left out', () => {
  const good = { text: 'hi', createdAt: 5 };
  expect(readContent(good)).toEqual(good);
  expect(readContent({ ...good, details: {} })).toEqual({ ...good, details: {} });
  const unreadable = (what: string) => expect.stringContaining(`: its ${what}.`);
  const text = { text: '', unreadable: unreadable('text') };
  expect(readContent({ ...good, text: 7 })).toMatchObject(text);
  const both = { createdAt: 0, unreadable: unreadable('details, its time') };
  expect(readContent({ text: 'hi', details: [], createdAt: false })).toMatchObject(both);
});
