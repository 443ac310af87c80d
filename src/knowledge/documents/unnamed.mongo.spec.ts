import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { aDocument } from '../../../test/support/stores/memory/documents.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { Collections } from '../../storage/mongo/collections.js';
import { Mongo } from '../../storage/mongo/mongo.js';
import { open } from './document.mongo.js';

/** As a Recado that knew no names kept them. */
const TITLES = ['Hours', 'Prices', 'Hours', 'Hours (2)', 'Hours', '$x 🥐'];
const OLD = TITLES.map((title, n) => ({
  id: `id${n}`,
  title,
  text: '🥐'.repeat(n),
  format: 'text',
  created_at: n,
}));

describe.skipIf(!inject('mongo'))('documents that are older than names', () => {
  let mongo: Mongo;
  let db: Collections;
  beforeEach(async () => {
    mongo = await Mongo.open(freshMongoUri());
    db = await Collections.open(mongo);
    await db.documents.collection.insertMany(OLD.map((row) => ({ ...row })));
  });
  afterEach(() => mongo.close());

  test('get names that differ, also by two nodes at once, and keep the rest', async () => {
    const [heads] = await Promise.all([
      open(db).list(),
      open(db)
        .list()
        .catch(() => []),
    ]);
    const names = (await open(db).list()).map(({ name }) => name);
    expect(new Set(names).size).toBe(TITLES.length);
    expect(names).toMatchObject({ 0: 'Hours', 1: 'Prices', 5: '$x 🥐' });
    expect(names[2]).toMatch(/^Hours \(\d\)$/);
    expect(heads[2]).toEqual({
      id: 'id2',
      name: names[2],
      title: 'Hours',
      format: 'text',
      revision: 'id2',
      metadata: {},
      characters: 2,
      createdAt: 2,
      updatedAt: 2,
    });
  });

  test('are replaced under their titles', async () => {
    const { outcome, head } = await open(db).put(aDocument('Prices', 'New.'));
    expect([outcome, head.id, head.createdAt]).toEqual(['replaced', 'id1', 1]);
    expect(await open(db).list()).toHaveLength(TITLES.length);
  });

  test('can be read when an older node adds one while nodes are replaced', async () => {
    const documents = open(db);
    await documents.list();
    const late = { id: 'late', title: 'Late', text: 'x', format: 'text', created_at: 9 };
    await db.documents.collection.insertOne(late);
    const read = { id: 'late', name: 'Late', revision: 'late', metadata: {}, updatedAt: 9 };
    expect((await documents.list()).at(-1)).toMatchObject(read);
    expect(await documents.find('late')).toMatchObject({ ...read, text: 'x' });
  });
});
