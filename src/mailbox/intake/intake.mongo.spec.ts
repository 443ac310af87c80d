import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { held, SHORT } from '../../../test/support/stores/held-rows.js';
import { aPhone, inbound } from '../../../test/support/stores/mailboxes.js';
import { mongoMailbox, type MongoMailbox } from '../../../test/support/stores/mongo-mailbox.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { BusyRowsError, HeldRows } from '../../storage/mongo/held-rows.js';
import { Mongo } from '../../storage/mongo/mongo.js';

describe.skipIf(!inject('mongo'))('a batch, some of whose rows another transaction holds', () => {
  let mongo: Mongo;
  let mailbox: MongoMailbox;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    mailbox = await mongoMailbox(mongo, new HeldRows(SHORT));
  });
  afterAll(async () => {
    await mongo.connection.dropDatabase();
    await mongo.close();
  });

  test('takes in all the others, and refuses its newcomer until the rows are free', async () => {
    const [blocked, newcomer, known] = [aPhone(), aPhone(), aPhone()];
    await mailbox.intake.accept(inbound({ phone: known }));
    const free = await held(mongo, 'whatsapp_sessions', { wa_id: blocked }, { created_at: 1 });
    const phones = [blocked, newcomer, known];
    const results = await Promise.allSettled(
      phones.map((phone) => mailbox.intake.accept(inbound({ phone }))),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(results[0]).toMatchObject({ reason: expect.any(BusyRowsError) });
    await free();
    expect(await mailbox.intake.accept(inbound({ phone: blocked }))).toMatchObject({
      duplicate: false,
    });
  });

  test('takes in a message whose mailbox cannot be woken now, and wakes all the others', async () => {
    const phone = aPhone();
    const { conversationId } = await mailbox.intake.accept(inbound({ phone }));
    const free = await held(mongo, 'conversations', { _id: conversationId }, { crashes: 7 });
    const both = [phone, aPhone()].map((one) => mailbox.intake.accept(inbound({ phone: one })));
    const [blocked, other] = await Promise.all(both);
    expect(blocked).toMatchObject({ conversationId });
    const where = { _id: other.conversationId as never };
    const row = await mongo.connection.collection('conversations').findOne(where);
    expect(row).toMatchObject({ due_at: expect.any(Date) });
    await free();
  });
});
