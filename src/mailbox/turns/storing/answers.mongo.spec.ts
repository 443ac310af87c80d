import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { aPhone, draftOf, inbound } from '../../../../test/support/stores/mailboxes.js';
import { freshMongoUri } from '../../../../test/support/stores/stores.js';
import { Collections } from '../../../storage/mongo/collections.js';
import { Mongo } from '../../../storage/mongo/mongo.js';
import { MongoIntakeStore } from '../../intake/intake.mongo.js';
import { MongoQueueStore } from '../../queue/queue.mongo.js';
import { MongoTurnStore } from '../turn.mongo.js';

describe.skipIf(!inject('mongo'))('An answer whose commit got no answer', () => {
  let mongo: Mongo;
  let db: Collections;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    db = await Collections.open(mongo);
  });
  afterAll(() => mongo.close());

  /** The next transaction is committed, and nobody learns it. */
  function cutAfterCommit() {
    const { transaction } = Collections.prototype;
    vi.spyOn(db, 'transaction').mockImplementationOnce(async (...args) => {
      await transaction.apply(db, args);
      throw new Error('the connection was cut');
    });
  }

  test.each([true, false])(
    'is stored once, and known for it; with an attempt: %s',
    async (begun) => {
      const turns = new MongoTurnStore(db);
      const phone = aPhone();
      await new MongoIntakeStore(db).accept(inbound({ phone }));
      const queue = new MongoQueueStore(db);
      const [claim] = await queue.claim(1, 60_000);
      const { waiting } = (await turns.open(claim))!;
      const first = begun ? { id: randomUUID(), leaseMs: 60_000 } : undefined;
      const draft = draftOf(waiting, { first });
      cutAfterCommit();
      expect(await turns.answer(claim, draft)).toEqual(begun ? { to: phone } : 'stored');
      const theirs = { conversation_id: claim.conversationId };
      expect(await db.turns.countDocuments(theirs)).toBe(1);
      await turns.giveUp(claim, draft.turnId, 'over');
      await queue.release(claim, { crashes: 0 });
    },
  );
});
