import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { freshMongoUri } from '../../../../test/support/stores/stores.js';
import { MongoStorage } from '../../storage.js';
import { Mongo } from '../mongo.js';
import { hold, schemaRows } from './held.js';
import { type Migration, newest, upgrade, versionOf } from './upgrade.js';

describe.skipIf(!inject('mongo'))('the version of a database', () => {
  let mongo: Mongo;
  const opened: Mongo[] = [];
  const db = () => mongo.connection.db!;
  beforeEach(async () => opened.push((mongo = await Mongo.open(freshMongoUri()))));
  afterAll(() => Promise.all(opened.map((one) => one.close())));

  const kept = async () => (await schemaRows(db()).findOne({ _id: 'schema' }))?.version;
  const rows = () => db().collection<{ _id: string; n: number }>('rows');

  /** A migration that would do harm if it ran twice. */
  const once: Migration = async (of) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await of.collection<{ _id: string }>('rows').updateMany({}, { $inc: { n: 1 } });
  };

  it('is written at the first start, also where rows were there before versions', async () => {
    await rows().insertOne({ _id: 'old', n: 0 });
    await upgrade(db());
    expect(await kept()).toBe(newest());
    await upgrade(db());
    expect(await rows().find().toArray()).toEqual([{ _id: 'old', n: 0 }]);
  });

  it.each([1, 2, 3])(
    'from version %i: each migration that is due runs once, in order',
    async (from) => {
      await rows().insertOne({ _id: 'old', n: from });
      await schemaRows(db()).insertOne({ _id: 'schema', version: from });
      await upgrade(db(), [once, once, once]);
      expect([await kept(), (await rows().findOne())?.n]).toEqual([4, 4]);
    },
  );

  it('several processes that start at once migrate once', async () => {
    await rows().insertOne({ _id: 'old', n: 0 });
    await Promise.all(Array.from({ length: 4 }, () => upgrade(db(), [once, once])));
    expect([await kept(), (await rows().findOne())?.n]).toEqual([3, 2]);
  });

  it('what failed midway goes on where it was', async () => {
    await rows().insertOne({ _id: 'old', n: 0 });
    const failing = [once, () => Promise.reject(new Error('cut off'))];
    await expect(upgrade(db(), failing)).rejects.toThrow('cut off');
    await upgrade(db(), [once, once]);
    expect([await kept(), (await rows().findOne())?.n]).toEqual([3, 2]);
  });

  it('a start refuses a newer one, one that a command has, and one that it left half done', async () => {
    const start = () => new MongoStorage(mongo, 'here').collections();
    await schemaRows(db()).insertOne({ _id: 'schema', version: newest() + 1 });
    await expect(start()).rejects.toThrow(/version \d+, made by a newer Recado: start that one/);
    await expect(versionOf(db())).rejects.toThrow(/newer Recado/);
    const half = { $set: { version: newest(), unfinished: 'restore' } };
    await schemaRows(db()).updateOne({ _id: 'schema' }, half);
    await expect(start()).rejects.toThrow(
      /`recado restore` was broken off in this database: run it/,
    );
    await schemaRows(db()).updateOne({ _id: 'schema' }, { $unset: { unfinished: 1 } });
    const release = await hold(db(), 'migrate');
    await expect(start()).rejects.toThrow(/`recado migrate` has this database: start when it has/);
    expect(await hold(db(), 'restore')).toBeUndefined();
    await release!();
    await start();
  });
});
