import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { forgetfulWayTo } from '../../../test/support/stores/forgetful.js';
import { mongoMailbox } from '../../../test/support/stores/mongo-mailbox.js';
import { mongoThrough, type Through } from '../../../test/support/stores/through.js';
import { inbound } from '../../../test/support/stores/mailboxes.js';
import { LEASE_MS } from '../../mailbox/queue/lease.js';
import { BusyRowsError } from './held-rows.js';
import { ONCE } from './mongo.js';

/** Shortens the socket's time-out from five seconds to one. */
const patience = 'directConnection=true&socketTimeoutMS=1000';

describe.skipIf(!inject('mongo'))('a connection that something on the way has forgotten', () => {
  let through: Through<Awaited<ReturnType<typeof forgetfulWayTo>>>;
  beforeEach(async () => {
    through = await mongoThrough(forgetfulWayTo, patience);
  });
  afterEach(() => through.end());

  test('costs a webhook and a worker a moment, not their work', async () => {
    const { mongo, way } = through;
    const mailbox = await mongoMailbox(mongo);
    await mailbox.intake.accept(inbound());
    way.forget();
    const { conversationId } = await mailbox.intake.accept(inbound());
    way.forget();
    const claimed = () => mailbox.queue.claim(8, LEASE_MS).catch(() => []);
    await expect
      .poll(claimed)
      .toContainEqual(expect.objectContaining({ conversationId, crashes: 0 }));
  });

  test('leaves no transaction open that holds its rows', async () => {
    const { mongo, direct, way } = through;
    const rows = direct.connection.collection<{ _id: string; n: number }>('rows');
    await rows.insertOne({ _id: 'row', n: 0 });
    const cutOff = mongo.transaction(async (session) => {
      const ours = mongo.connection.collection<{ _id: string; n: number }>('rows');
      await ours.updateOne({ _id: 'row' }, { $inc: { n: 10 } }, { session });
      way.forget();
      way.shut(true);
      await ours.updateOne({ _id: 'row' }, { $inc: { n: 10 } }, { session });
    }, ONCE);
    await expect(cutOff).rejects.toBeInstanceOf(BusyRowsError);
    way.shut(false);
    // By itself the server would free the row after a minute.
    await rows.updateOne({ _id: 'row' }, { $inc: { n: 1 } }, { maxTimeMS: 10_000 });
    expect(await rows.findOne({ _id: 'row' })).toMatchObject({ n: 1 });
  });

  test('has its transaction begun again, though the driver, which knew of the cut, does not say so', async () => {
    const { mongo } = through;
    const rows = mongo.connection.collection('rows');
    let cuts = 0;
    await mongo.transaction(async (session) => {
      await rows.insertOne({ cuts }, { session });
      if (!cuts++) throw new mongoose.mongo.MongoNetworkError('read ECONNRESET');
    });
    expect(await rows.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ cuts: 1 }]);
  });
});
