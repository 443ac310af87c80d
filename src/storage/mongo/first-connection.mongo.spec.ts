import { afterEach, describe, expect, inject, test } from 'vitest';
import { freePort } from '../../../test/support/free-port.js';
import { gateTo } from '../../../test/support/stores/gate.js';
import { inbound } from '../../../test/support/stores/mailboxes.js';
import { mongoMailbox } from '../../../test/support/stores/mongo-mailbox.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { Mongo } from './mongo.js';

describe.skipIf(!inject('mongo'))('a MongoDB that was away at the very first start', () => {
  let mongo: Mongo;
  let gate: Awaited<ReturnType<typeof gateTo>>;
  afterEach(async () => {
    await mongo.connection.dropDatabase();
    await mongo.close();
    gate.close();
  });

  test('takes no message before each sender can have one conversation only', async () => {
    const { port, pathname } = new URL(freshMongoUri());
    const way = await freePort();
    const soon = 'directConnection=true&serverSelectionTimeoutMS=500';
    mongo = await Mongo.open(`mongodb://127.0.0.1:${way}${pathname}?${soon}`);
    const { db, intake } = await mongoMailbox(mongo);

    gate = await gateTo(Number(port), 'createIndexes', way);
    await gate.shut();
    await expect(intake.accept(inbound())).rejects.toThrow();
    await expect(mongo.check('processes')).rejects.toThrow(/cannot be reached/);

    gate.open();
    await expect
      .poll(() => mongo.check('processes').catch((error: Error) => error))
      .toBe(undefined);
    const indexes = await db.sessions.collection.indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { wa_id: 1 }, unique: true }));
    expect(await intake.accept(inbound())).toMatchObject({ duplicate: false });
  });
});
