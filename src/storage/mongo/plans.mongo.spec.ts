import { inject, afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { Collections } from './collections.js';
import { Mongo } from './mongo.js';
import { listConversations } from '../../sessions/conversation.mongo.js';

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
      ...(n % 10 === 0 && { taken_at: at, opted_out_at: at, waiting_since: at }),
    }));
    await db.conversations.insertMany(rows);
    await mongo.connection.db!.command({ profile: 2 });
  });
  afterAll(() => mongo.close());

  /** How the server found the rows of the latest list. */
  async function plan(filter: Parameters<typeof listConversations>[1], after = false) {
    await listConversations(db, filter, 2, after ? { at: 40, id: '40' } : undefined);
    const profile = mongo.connection.db!.collection('system.profile');
    const read = { ns: `${mongo.connection.name}.conversations`, op: 'query' };
    const [latest] = await profile.find(read).sort({ $natural: -1 }).limit(1).toArray();
    const { planSummary, hasSortStage = false, docsExamined } = latest;
    return { planSummary, hasSortStage, few: docsExamined <= 6 };
  }

  test.each([
    [{}, /created_at: -1, _id: -1/],
    [{ takenOver: true }, /created_at: -1/],
    [{ optedOut: true }, /created_at: -1/],
    [{ optedOut: true, takenOver: true }, /created_at: -1/],
    [{ waitingForPerson: true }, /waiting_since: 1/],
    [{ takenOver: false, optedOut: false }, /created_at: -1/],
  ])('of %j reads no more rows than it shows, page by page', async (filter, index) => {
    for (const after of [false, true]) {
      const found = await plan(filter, after);
      expect(found).toMatchObject({ hasSortStage: false, few: true });
      expect(found.planSummary).toMatch(index);
    }
  });
});
