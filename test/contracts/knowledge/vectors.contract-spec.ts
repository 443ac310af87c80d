import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { VectorStore } from '../../../src/knowledge/meaning/store/vector.store.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const vectors = (key: string, ...bytes: number[]) => ({ key, bytes: new Uint8Array(bytes) });

onBothStores('VectorStore', (make) => {
  let store: TestStore;
  let kept: VectorStore;
  beforeAll(async () => {
    store = await make();
    kept = await store.open<VectorStore>({
      sqlite: () => import('../../../src/knowledge/meaning/store/vector.sqlite.js'),
      mongo: () => import('../../../src/knowledge/meaning/store/vector.mongo.js'),
    });
  });
  // A database of its own for each test would take longer than the tests.
  afterEach(async () => {
    for (const { model } of await kept.models()) await kept.clear(model);
  });
  afterAll(() => store.close());

  const keysOf = async (model: string) => (await kept.keys(model)).sort();

  test('vectors are kept as they were given, by model and key', async () => {
    await kept.put('small', [vectors('a', 0, 255, 7), vectors('b', 1)]);
    await kept.put('large', [vectors('a', 9)]);
    expect(await kept.find('small', ['a', 'unknown'])).toEqual([vectors('a', 0, 255, 7)]);
    expect(await kept.find('large', ['a', 'b'])).toEqual([vectors('a', 9)]);
    expect(await keysOf('small')).toEqual(['a', 'b']);
    const models = (await kept.models()).sort((a, b) => a.count - b.count);
    expect(models).toEqual([
      { model: 'large', count: 1 },
      { model: 'small', count: 2 },
    ]);
  });

  test('what another node kept first stays', async () => {
    await kept.put('small', [vectors('a', 1)]);
    await kept.put('small', [vectors('a', 2), vectors('b', 2)]);
    expect(await kept.find('small', ['a'])).toEqual([vectors('a', 1)]);
    expect(await keysOf('small')).toEqual(['a', 'b']);
  });

  test('some, and all of a model, are removed', async () => {
    await kept.put('small', [vectors('a', 1), vectors('b', 2)]);
    await kept.put('large', [vectors('a', 3)]);
    await kept.remove('small', ['a', 'unknown']);
    expect(await keysOf('small')).toEqual(['b']);
    await kept.clear('small');
    expect(await keysOf('small')).toEqual([]);
    expect(await keysOf('large')).toEqual(['a']);
  });

  test('nothing is asked for, kept or removed', async () => {
    await kept.put('small', []);
    await kept.remove('small', []);
    expect(await kept.find('small', [])).toEqual([]);
    expect(await kept.models()).toEqual([]);
  });
});
