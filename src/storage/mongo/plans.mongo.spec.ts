import { inject, afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { toRow } from '../../chat/messages/message.mongo.js';
import { MongoInboxStore } from '../../conversations/inbox/inbox.mongo.js';
import { Collections } from './collections.js';
import { Mongo } from './mongo.js';
import type { ConversationFilter } from '../../sessions/conversation.js';
import { listConversations } from '../../sessions/finding/list.mongo.js';

describe.skipIf(!inject('mongo'))('The list of conversations in MongoDB', () => {
  let mongo: Mongo;
  let db: Collections;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    db = await Collections.open(mongo);
    const at = new Date(5);
    const rows = Array.from({ length: 50 }, (_, n) => ({
      _id: String(n),
      created_at: new Date(n),
      activity_at: new Date(n),
      channel: n % 10 === 0 ? 'api' : 'whatsapp',
      ...(n % 10 === 0 && { taken_at: at, opted_out_at: at, waiting_since: at, unread: true }),
    }));
    await db.conversations.insertMany(rows);
    await mongo.connection.db!.command({ profile: 2 });
  });
  afterAll(() => mongo.close());

  /** How the server found the rows of the latest list. */
  async function plan(filter: ConversationFilter, after = false) {
    await listConversations(db, filter, 2, after ? { at: 40, id: '40' } : undefined);
    const { planSummary, hasSortStage = false, docsExamined } = await planOf('conversations');
    return { planSummary, hasSortStage, few: docsExamined <= 6 };
  }

  test.each<[ConversationFilter, RegExp]>([
    [{}, /created_at: -1, _id: -1/],
    [{ takenOver: true }, /created_at: -1/],
    [{ optedOut: true }, /created_at: -1/],
    [{ optedOut: true, takenOver: true }, /created_at: -1/],
    [{ waitingForPerson: true }, /waiting_since: 1/],
    [{ takenOver: false, optedOut: false }, /created_at: -1/],
    [{ order: 'activity' }, /activity_at: -1, _id: -1/],
    [{ order: 'activity', takenOver: true }, /activity_at: -1/],
    [{ order: 'activity', optedOut: true }, /activity_at: -1/],
    [{ order: 'activity', waitingForPerson: true }, /activity_at: -1/],
    [{ order: 'activity', unread: true }, /activity_at: -1/],
    [{ order: 'activity', unread: true, takenOver: true, optedOut: true }, /activity_at: -1/],
    [{ order: 'activity', channel: 'api' }, /activity_at: -1/],
    [{ order: 'activity', channel: 'whatsapp', unread: false }, /activity_at: -1/],
    [{ order: 'begun', waitingForPerson: true, unread: true }, /created_at: -1/],
  ])('of %j reads no more rows than it shows, page by page', async (filter, index) => {
    for (const after of [false, true]) {
      const found = await plan(filter, after);
      expect(found).toMatchObject({ hasSortStage: false, few: true });
      expect(found.planSummary).toMatch(index);
    }
  });

  test('the search and what was said last walk indexes', async () => {
    const inbox = new MongoInboxStore(db);
    const said = Array.from({ length: 200 }, (_, n) => ({
      id: `m${n}`,
      conversationId: String(n % 50),
      role: 'user' as const,
      source: 'whatsapp' as const,
      text: n === 7 ? 'camión' : `palabra${n}`,
      createdAt: n,
    }));
    await db.messages.collection.insertMany(said.map((one) => toRow(one, false)) as never[]);
    expect(await inbox.found(['CAMI'])).toEqual(['7']);
    const search = await planOf('messages');
    expect(search).toMatchObject({ planSummary: expect.stringMatching(/words: 1, seq: -1/) });
    expect(search.docsExamined).toBe(0);
    expect(search.keysExamined).toBeLessThan(4);
    expect((await planOf('whatsapp_sessions')).planSummary).toMatch(/words: 1/);
    const [{ latest, unread }] = await inbox.overviews([{ id: '7', unread: true }]);
    expect([latest!.message.id, unread]).toEqual(['m157', 4]);
    const { docsExamined, planSummary } = await planOf('conversations', 'command');
    expect(planSummary).toMatch(/IXSCAN/);
    expect(docsExamined).toBeLessThan(12);
  });

  async function planOf(collection: string, op = 'query') {
    const profile = mongo.connection.db!.collection('system.profile');
    const read = { ns: `${mongo.connection.name}.${collection}`, op };
    return (await profile.find(read).sort({ $natural: -1 }).limit(1).toArray())[0];
  }
});
