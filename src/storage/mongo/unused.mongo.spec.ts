import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { freePort } from '../../../test/support/free-port.js';
import { gateTo } from '../../../test/support/mongods/gate.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { Collections } from './collections.js';
import { Mongo } from './mongo.js';

const INDEX = 'waiting_1_created_at_1_conversation_id_1';

describe.skipIf(!inject('mongo'))('what a former version left and none uses', () => {
  let uri: string;
  let before: Mongo;
  let mongo: Mongo;
  beforeEach(async () => {
    uri = freshMongoUri();
    before = await Mongo.open(uri);
    const { db } = before.connection;
    await db!.collection('status_callbacks').insertOne({ sid: 'SM1', status: 'sent' });
    const fields = { waiting: 1, created_at: 1, conversation_id: 1 } as const;
    await db!.collection('messages').createIndex(fields);
    await db!.collection('messages').insertOne({ text: 'Hola' });
  });
  afterEach(async () => {
    await mongo.close();
    await before.connection.dropDatabase();
    await before.close();
  });

  async function left() {
    const db = before.connection.db!;
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    const indexes = await db.collection('messages').indexes();
    return {
      collection: names.includes('status_callbacks'),
      index: indexes.some(({ name }) => name === INDEX),
      messages: await db.collection('messages').countDocuments(),
    };
  }
  const GONE = { collection: false, index: false, messages: 1 };

  test('goes at the start, and is no trouble at the next', async () => {
    expect(await left()).toEqual({ collection: true, index: true, messages: 1 });
    for (let n = 0; n < 2; n++) {
      mongo = await Mongo.open(uri);
      await Collections.open(mongo);
      expect(await left()).toEqual(GONE);
      if (!n) await mongo.close();
    }
  });

  test('goes once MongoDB is there, if it was away at the start', async () => {
    const { port, pathname } = new URL(uri);
    const way = await freePort();
    const soon = 'directConnection=true&serverSelectionTimeoutMS=500';
    mongo = await Mongo.open(`mongodb://127.0.0.1:${way}${pathname}?${soon}`);
    await Collections.open(mongo);
    const gate = await gateTo(Number(port), 'nothing', way);
    await expect.poll(() => mongo.connected).toBe(true);
    expect(await left()).toEqual(GONE);
    await mongo.close();
    gate.close();
  });
});
