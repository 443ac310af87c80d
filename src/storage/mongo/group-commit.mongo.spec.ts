import type { ClientSession } from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { Collections } from './collections.js';
import { GroupCommit } from './group-commit.js';
import { Mongo } from './mongo.js';

interface Item {
  key: string;
  fails?: boolean;
}

describe.skipIf(!inject('mongo'))('Items that are committed together', () => {
  let mongo: Mongo;
  let db: Collections;
  let groups: { keys: string[]; again: boolean }[];
  let together: GroupCommit<Item, string>;

  const write = async (items: Item[], session: ClientSession, again: boolean) => {
    groups.push({ keys: items.map(({ key }) => key), again });
    for (const { key, fails } of items) {
      const one = { $inc: { tokens: 1 } };
      await db.usageSums.updateOne({ _id: key }, one, { upsert: true, session });
      if (fails) throw new Error(`${key} fails`);
    }
    return items.map(({ key }) => `${key} done`);
  };

  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    db = await Collections.open(mongo);
  });
  afterAll(() => mongo.close());

  function begin() {
    groups = [];
    together = new GroupCommit(db, ({ key }) => key, write);
  }
  const written = async (key: string) => (await db.usageSums.findById(key).lean())?.tokens;

  test('what comes at once is one transaction', async () => {
    begin();
    const all = ['a', 'b', 'c'].map((key) => together.add({ key }));
    expect(await Promise.all(all)).toEqual(['a done', 'b done', 'c done']);
    expect(groups).toEqual([{ keys: ['a', 'b', 'c'], again: false }]);
  });

  test('of one key there is never more than one in a group', async () => {
    begin();
    await Promise.all(['d', 'd', 'e'].map((key) => together.add({ key })));
    expect(groups.map(({ keys }) => keys)).toEqual([['d', 'e'], ['d']]);
    expect(await written('d')).toBe(2);
  });

  test('one that fails fails alone', async () => {
    begin();
    const items = [{ key: 'f' }, { key: 'g', fails: true }, { key: 'h' }];
    const settled = await Promise.allSettled(items.map((item) => together.add(item)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toMatchObject({ reason: { message: 'g fails' } });
    expect([await written('f'), await written('g'), await written('h')]).toEqual([1, undefined, 1]);
    expect(groups.filter(({ again }) => again).map(({ keys }) => keys[0])).toEqual(['f', 'g', 'h']);
  });

  test('a row that another transaction holds keeps nobody else waiting', async () => {
    begin();
    await Promise.all(['held', 'free'].map((key) => together.add({ key })));
    const other = await mongo.connection.startSession();
    other.startTransaction();
    await db.usageSums.updateOne({ _id: 'held' }, { $inc: { tokens: 1 } }, { session: other });
    const order: string[] = [];
    const held = together.add({ key: 'held' }).then(() => order.push('held'));
    const free = together.add({ key: 'free' }).then(() => order.push('free'));
    const later = together.add({ key: 'later' }).then(() => order.push('later'));
    await Promise.all([free, later]);
    await other.abortTransaction();
    await other.endSession();
    await held;
    expect(order.at(-1)).toBe('held');
  });
});
