import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { steps as history } from '../../config/history/setting-history.sqlite.js';
import { steps as messages } from '../../chat/messages/message.sqlite.js';
import { steps as traces } from '../../chat/trace/trace.sqlite.js';
import { steps as inbox } from '../../conversations/inbox/inbox.sqlite.js';
import { steps as failures } from '../../failures/failure.sqlite.js';
import { KINDS } from '../../failures/failure.store.js';
import { steps as answers } from '../../knowledge/answers/curated-answer.sqlite.js';
import { steps as documents } from '../../knowledge/documents/document.sqlite.js';
import {
  steps as outbox,
  timeSetBack as moveAttempts,
} from '../../mailbox/outbox/outbox.sqlite.js';
import { steps as queue, timeSetBack as moveMailboxes } from '../../mailbox/queue/queue.sqlite.js';
import { steps as turns } from '../../mailbox/turns/turn.sqlite.js';
import { steps as cases } from '../../review/evaluation/case.sqlite.js';
import { steps as feedback } from '../../review/feedback/feedback.sqlite.js';
import { steps as reviews } from '../../review/review.sqlite.js';
import { steps as questions } from '../../questions/question.sqlite.js';
import { type ConversationFilter, orderOf } from '../../sessions/conversation.js';
import { steps as sessions } from '../../sessions/session.sqlite.js';
import { steps as takeover } from '../../takeover/takeover.sqlite.js';
import { steps as stories } from '../../timeline/story/story.sqlite.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';

/** Tells how SQLite finds the rows of the queries that steps run. */
class Explained extends Database {
  readonly plans: string[] = [];

  override get<T>(sql: string, values = {}): T | undefined {
    return this.all<T>(sql, values)[0];
  }

  override all<T>(sql: string, values = {}): T[] {
    this.explain(sql, values);
    return super.all<T>(sql, values);
  }

  override run(sql: string, values = {}): number {
    this.explain(sql, values);
    return super.run(sql, values);
  }

  private explain(sql: string, values: Record<string, never>): void {
    if (!/^\s*(SELECT|UPDATE|DELETE)/.test(sql)) return;
    const plan = super.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values);
    this.plans.push(...plan.map(({ detail }) => detail));
  }
}

let directory: string;
let db: Explained;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  db = new Explained(join(directory, 'recado.sqlite'));
  migrate(db);
  db.plans.length = 0;
  db.run(`INSERT INTO conversations (id, created_at, taken_at, opted_out_at, unreachable_at,
    waiting_since, due_at, activity_at, unread, channel, line)
    VALUES ('a', 1, 1, 1, 1, 1, 1, 1, 1, 'api', '+12025550199')`);
  db.run("INSERT INTO whatsapp_sessions VALUES ('+12025550123', 'a', NULL, 1, 1)");
  db.run(`INSERT INTO turns (id, conversation_id, failed, created_at) VALUES ('t', 'a', 1, 1)`);
  const said = { id: 't', conversationId: 'a', turnId: 't', text: 'hola', createdAt: 1 } as const;
  messages.insert(db, { ...said, role: 'assistant', source: 'whatsapp' }, false);
});
afterEach(() => {
  db.close();
  rmSync(directory, { recursive: true });
});

const maybe = [undefined, true, false];
const ALL: { [Field in keyof ConversationFilter]-?: ConversationFilter[Field][] } = {
  takenOver: maybe,
  optedOut: maybe,
  waitingForPerson: maybe,
  unreachable: maybe,
  unread: maybe,
  channel: [undefined, 'api', 'whatsapp'],
  order: [undefined, 'activity', 'begun'],
  line: [undefined, '+12025550199'],
  waId: [undefined, '+12025550123'],
  ids: [undefined, ['a', 'x']],
};
const filters = Object.entries(ALL).reduce<ConversationFilter[]>(
  (some, [field, values]) => some.flatMap((one) => values.map((v) => ({ ...one, [field]: v }))),
  [{}],
);

/** A walk through all rows; one that the count itself bounds is none. */
const scans = () => db.plans.filter((step) => SCAN.test(step));
/** The ids that are given, what the search found, and all that is unread are walked through. */
const SCAN =
  /^SCAN (?!\(subquery|CONSTANT|json_each VIRTUAL|found|\w+ VIRTUAL TABLE INDEX \d+:M|.*active_unread$)/;
const sorts = () => db.plans.filter((step) => /TEMP B-TREE FOR ORDER BY/.test(step));

test('the list of conversations walks an index, whatever the filter and the page', () => {
  for (const filter of filters) {
    db.plans.length = 0;
    const found = sessions.conversations(db, filter, 10);
    const excluded = Object.values(filter).some((one) =>
      [false, 'whatsapp'].includes(one as string),
    );
    expect(found.length, JSON.stringify(filter)).toBe(excluded ? 0 : 1);
    // Only the few addresses of each conversation are sorted; and what was found by its id, or is
    // unread, in the order in which it was begun.
    const unread = orderOf(filter) === 'begun' && db.plans[0].includes('active_unread');
    const few = filter.ids ?? filter.waId;
    if (!few && !unread) expect(sorts().length, JSON.stringify(filter)).toBe(found.length);
    sessions.conversations(db, filter, 10, { at: 5, id: 'b' });
    expect(scans()).toEqual([]);
  }
});

test('a filter walks those alone that it may mean', () => {
  const indexOf = (filter: object) => {
    db.plans.length = 0;
    sessions.conversations(db, filter, 10);
    return db.plans[0];
  };
  expect(indexOf({ waId: '+12025550123' })).toMatch(/PRIMARY KEY \(id=\?\)/);
  expect(indexOf({ takenOver: true, optedOut: false })).toMatch(/conversations_taken/);
  expect(indexOf({ optedOut: true })).toMatch(/conversations_opted_out/);
  expect(indexOf({ waitingForPerson: true, takenOver: true })).toMatch(/conversations_waiting/);
  expect(indexOf({})).toMatch(/conversations_listed \(\(created_at,id\)</);
  expect(indexOf({ unread: true })).toMatch(/conversations_active_unread/);
  const order = 'activity';
  expect(indexOf({ order })).toMatch(/conversations_active \(\(activity_at,id\)</);
  expect(indexOf({ order, unread: true })).toMatch(/conversations_active_unread/);
  expect(indexOf({ order, unread: true, takenOver: true })).toMatch(/conversations_active_taken/);
  expect(indexOf({ order, channel: 'api', unread: true })).toMatch(/conversations_active_api/);
  expect(indexOf({ order, waitingForPerson: true })).toMatch(/conversations_active_waiting/);
  expect(indexOf({ order, ids: ['a'] })).toMatch(/PRIMARY KEY \(id=\?\)/);
});

/** The story of a message that is answered, by an id. */
function tellStory(id: string) {
  const asked = { id: 'm', conversationId: 'a', turnId: 't', text: 'hola', createdAt: 1 } as const;
  messages.insert(db, { ...asked, role: 'user', source: 'whatsapp' }, false);
  db.run(`INSERT INTO outbox (id, turn_id, conversation_id, position, body, state, sid, created_at,
    updated_at) VALUES ('p', 't', 'a', 0, 'hi', 'accepted', 'SM1', 1, 1)`);
  return stories.find(db, id);
}

const progress = { staleAfter: [], passedOn: true, delivered: false };
const HEARD = { sid: 'SM1', attempt: 'a', status: 'sent', progress };

test.each<[string, () => unknown]>([
  ['messages', () => [messages.page(db, 'a', 10, '5'), messages.page(db, 'a', 10, 'n5', true)]],
  ['what was said last', () => inbox.overviews(db, [{ id: 'a', unread: true }])],
  ['what has these words', () => inbox.found(db, ['hol', '0123'])],
  ['a history', () => messages.history(db, 'a', 10)],
  ["a message's story", () => stories.before(db, tellStory('SM1')!, 10)],
  ['what there is no story of', () => stories.find(db, 'SM2')],
  ['failures', () => [failures.list(db, 10), failures.list(db, 10, 't')]],
  ['failures of a kind', () => failures.list(db, 10, 't', 'dead')],
  ['counts of failures', () => failures.counts(db)],
  ['questions asked lately', () => questions.latest(db, 10)],
  ['documents', () => [documents.page(db, 10, '5'), documents.find(db, 'x')]],
  ['curated answers', () => [answers.page(db, 10, '5'), answers.find(db, 'x')]],
  ['changed settings', () => history.page(db, 10, '5')],
  ['turns', () => turns.find(db, ['t'])],
  ['an answer that is looked at', () => [reviews.find(db, 't'), traces.find(db, 't')]],
  ['old traces', () => traces.forget(db, 5, 10)],
  ['judged answers', () => feedback.judged(db, undefined, 10)],
  ['answers judged so', () => feedback.judged(db, 'down', 10, { at: 5, id: 't' })],
  ['cases', () => [cases.of(db, 't'), cases.page(db, 10, '5')]],
  ['a mailbox', () => turns.open(db, { conversationId: 'a', token: 0, crashes: 0 })],
  ['a conversation', () => [sessions.conversation(db, 'a'), sessions.find(db, '+12025550123')]],
  ['what is due', () => queue.claim(db, 10, 1000)],
  ['mailboxes whose time was set back', () => moveMailboxes(db, 5)],
  ['what a callback of no known message tells of', () => outbox.callback(db, HEARD)],
  ['who waits for a person', () => takeover.waiting(db)],
])('%s are found by an index', (_, read) => {
  read();
  expect(db.plans.length).toBeGreaterThan(0);
  expect(scans()).toEqual([]);
});

test('failures of a kind are listed by its index, and counted in it alone', () => {
  const plansOf = (read: () => unknown) => {
    db.plans.length = 0;
    read();
    return db.plans.filter((step) => / turns /.test(step));
  };
  for (const kind of KINDS)
    expect(plansOf(() => failures.list(db, 10, undefined, kind))).toEqual([
      expect.stringContaining(`INDEX turns_${kind} (seq<?)`),
    ]);
  const counts = KINDS.map((kind) => `SEARCH turns USING COVERING INDEX turns_${kind} (seq>?)`);
  expect(plansOf(() => failures.counts(db))).toEqual(counts);
});

test('attempts whose time was set back are found by the turns that are open', () => {
  moveAttempts(db, 5);
  expect(scans()).toEqual(['SCAN turns USING INDEX turns_open']);
});
