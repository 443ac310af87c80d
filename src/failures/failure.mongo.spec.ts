import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freshMongoUri } from '../../test/support/stores/stores.js';
import { Collections } from '../storage/mongo/collections.js';
import { Mongo } from '../storage/mongo/mongo.js';
import { nextInOrder } from '../storage/mongo/rows/message.js';
import { MongoFailureStore } from './failure.mongo.js';
import { KINDS } from './failure.store.js';

describe.skipIf(!inject('mongo'))('The list of failures in MongoDB', () => {
  let mongo: Mongo;
  let failures: MongoFailureStore;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    const db = await Collections.open(mongo);
    failures = new MongoFailureStore(db);
    const outcomes = ['dead', 'uncertain', 'answered', null];
    const rows = Array.from({ length: 100 }, (_, n) => ({
      _id: String(n),
      seq: nextInOrder(),
      conversation_id: 'c',
      outcome: outcomes[n % 4],
      created_at: new Date(n),
      // Most turns are no failures, and most failures are of one kind.
      ...(n < 40 && { failed: true, outcome: n % 10 ? 'dead' : outcomes[(n / 10) % 4] }),
    }));
    await db.turns.collection.insertMany(rows as never[]);
    await mongo.connection.db!.command({ profile: 2 });
  });
  afterAll(() => mongo.close());

  /** How the server found the turns of what was read last. */
  async function plan(read: () => Promise<unknown>) {
    await read();
    const profile = mongo.connection.db!.collection('system.profile');
    const which = { ns: `${mongo.connection.name}.turns`, planSummary: { $exists: true } };
    const [latest] = await profile.find(which).sort({ $natural: -1 }).limit(1).toArray();
    const { planSummary, hasSortStage = false, docsExamined, keysExamined } = latest;
    return { planSummary, hasSortStage, docsExamined, keysExamined };
  }

  test('of a kind is read by an index, in its order', async () => {
    for (const kind of KINDS) {
      const found = await plan(() => failures.list(2, undefined, kind));
      expect(found.planSummary).toMatch(/failed: 1, outcome: 1, seq: -1/);
      expect(found).toMatchObject({
        hasSortStage: false,
        docsExamined: kind === 'uncertain' ? 1 : 2,
      });
    }
  });

  test('is counted in an index alone', async () => {
    expect(await failures.counts()).toEqual({ dead: 37, uncertain: 1, fallback: 2 });
    const found = await plan(() => failures.counts());
    expect(found).toMatchObject({ docsExamined: 0, keysExamined: 40 });
  });
});
