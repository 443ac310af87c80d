import { beforeAll, afterAll, describe, expect, inject, test, vi } from 'vitest';
import { held } from '../../../../test/support/stores/held-rows.js';
import { aSid, heard } from '../../../../test/support/stores/mailboxes.js';
import { freshMongoUri } from '../../../../test/support/stores/stores.js';
import { Collections } from '../../../storage/mongo/collections.js';
import { Mongo } from '../../../storage/mongo/mongo.js';
import { StorageError } from '../../../storage/storage.error.js';
import { MongoCallbacks } from './callbacks.mongo.js';

describe.skipIf(!inject('mongo'))('a callback that MongoDB does not take at once', () => {
  let mongo: Mongo;
  let db: Collections;
  let callbacks: MongoCallbacks;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    db = await Collections.open(mongo);
    callbacks = new MongoCallbacks(db);
  });
  afterAll(() => mongo.close());

  async function accepted() {
    const sid = aSid();
    const of = { turn_id: 't', conversation_id: 'c', created_at: new Date() };
    const part = { _id: sid, ...of, sid, state: 'accepted' };
    await db.outbox.collection.insertOne(part as never);
    const statusOf = async () => (await db.outbox.findById(sid).lean())!.status;
    return { sid, statusOf };
  }

  test('is tried again, and kept once', async () => {
    const { sid, statusOf } = await accepted();
    const write = vi.spyOn(db.outbox, 'findOneAndUpdate');
    const moving = Object.assign(new Error('no primary'), { name: 'MongoNotPrimaryError' });
    for (const error of [new StorageError('away'), moving])
      write.mockImplementationOnce(() => {
        throw error;
      });
    await callbacks.take(heard({ sid, status: 'sent' }));
    expect(write).toHaveBeenCalledTimes(3);
    expect(await statusOf()).toBe('sent');
    expect(await callbacks.heard(sid)).toHaveLength(1);
  });

  test('waits for a transaction that has its part', async () => {
    const { sid, statusOf } = await accepted();
    const free = await held(mongo, 'outbox', { _id: sid }, { body: 'x' });
    const taken = callbacks.take(heard({ sid, status: 'delivered' }));
    expect(await statusOf()).toBeUndefined();
    await free();
    expect(await taken).toMatchObject({ state: 'accepted' });
    expect(await statusOf()).toBe('delivered');
  });

  test('is refused when it is wrong in itself, at once', async () => {
    const write = vi.spyOn(db.outbox, 'findOneAndUpdate');
    write.mockImplementationOnce(() => {
      throw new RangeError('a bug');
    });
    await expect(callbacks.take(heard({ sid: aSid(), status: 'sent' }))).rejects.toThrow('a bug');
    expect(write).toHaveBeenCalledTimes(1);
  });
});
