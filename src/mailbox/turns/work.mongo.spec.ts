import { expect, inject, test } from 'vitest';
import { aPhone, inbound } from '../../../test/support/stores/mailboxes.js';
import { mongoMailbox } from '../../../test/support/stores/mongo-mailbox.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { Mongo } from '../../storage/mongo/mongo.js';
import { LEASE_MS } from '../queue/lease.js';
import { readWork } from './work.mongo.js';

const AN_HOUR = 3_600_000;

test.skipIf(!inject('mongo'))(
  'a message counts as the latest before its conversation knows of it, or of any',
  async ({ onTestFinished }) => {
    const mongo = await Mongo.open(freshMongoUri());
    onTestFinished(async () => {
      await mongo.connection.dropDatabase();
      await mongo.close();
    });
    const { db, intake, queue } = await mongoMailbox(mongo);
    const { conversationId: _id } = await intake.accept(inbound({ phone: aPhone() }));
    const claims = await queue.claim(1, LEASE_MS);
    const message = await db.messages.findOne({ conversation_id: _id }).lean();
    const lastInboundAt = message!.created_at.getTime();
    const knownSince = async (last_inbound_at?: Date) => {
      const change = last_inbound_at
        ? { $set: { last_inbound_at } }
        : { $unset: { last_inbound_at: 1 } };
      await db.conversations.collection.updateOne({ _id } as object, change);
      return readWork(db, claims);
    };
    expect(await knownSince(new Date(lastInboundAt - AN_HOUR))).toMatchObject([{ lastInboundAt }]);
    expect(await knownSince()).toMatchObject([{ lastInboundAt }]);
    await db.messages.collection.updateMany({}, { $unset: { waiting: 1 } });
    expect(await knownSince()).toMatchObject([{ lastInboundAt, waitingInAll: 0 }]);
  },
);
