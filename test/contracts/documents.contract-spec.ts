import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KnowledgeDocument } from '../../src/knowledge/documents/document.js';
import type { DocumentRepository } from '../../src/knowledge/documents/document.repository.js';
import { onBothStores, type TestStore } from '../support/stores/stores.js';

const aDocument = (title: string, createdAt = 1_700_000_000_000): KnowledgeDocument => ({
  id: randomUUID(),
  title,
  text: `${title} 🥐 ñ\n\n| a | b |`,
  format: 'markdown',
  createdAt,
});

onBothStores('DocumentRepository', (make) => {
  let store: TestStore;
  let documents: DocumentRepository;
  beforeEach(async () => {
    store = await make();
    documents = await store.open<DocumentRepository>({
      sqlite: () => import('../../src/knowledge/documents/document.sqlite.js'),
      mongo: () => import('../../src/knowledge/documents/document.mongo.js'),
    });
  });
  afterEach(() => store.close());

  test('a document is kept as it was given', async () => {
    const document = aDocument('Prices');
    await documents.add(document);
    expect(await documents.find(document.id)).toEqual(document);
    expect(await documents.find(randomUUID())).toBeUndefined();
  });

  test('the list is in order of arrival, without texts', async () => {
    const added = [aDocument('Prices'), aDocument('Opening hours'), aDocument('Contact')];
    for (const document of added) await documents.add(document);
    expect(await documents.list()).toEqual(added.map(({ text: _, ...head }) => head));
  });

  test('a removed document is gone', async () => {
    const [gone, stays] = [aDocument('Prices'), aDocument('Contact')];
    for (const document of [gone, stays]) await documents.add(document);
    expect(await documents.remove(gone.id)).toBe(true);
    expect(await documents.remove(gone.id)).toBe(false);
    expect((await documents.list()).map(({ id }) => id)).toEqual([stays.id]);
  });

  test('every change, and only a change, raises the version', async () => {
    const seen = [await documents.version()];
    const document = aDocument('Prices');
    await documents.add(document);
    seen.push(await documents.version());
    await documents.remove(document.id);
    seen.push(await documents.version());
    expect(seen[0]).toBeLessThan(seen[1]);
    expect(seen[1]).toBeLessThan(seen[2]);
    await documents.remove(document.id);
    expect(await documents.version()).toBe(seen[2]);
  });

  test('an id is kept once', async () => {
    const document = aDocument('Prices');
    await documents.add(document);
    const version = await documents.version();
    expect(await documents.add({ ...document, title: 'Other' })).toBe(false);
    expect(await documents.list()).toEqual([expect.objectContaining({ title: 'Prices' })]);
    expect(await documents.version()).toBe(version);
  });

  test('an id that two add at once is kept once', async () => {
    const document = aDocument('Prices');
    const added = await Promise.all([documents.add(document), documents.add(document)]);
    expect(added.sort()).toEqual([false, true]);
    expect(await documents.list()).toHaveLength(1);
  });

  test('pages join up, also for documents of one moment', async () => {
    const added = ['a', 'b', 'c', 'd', 'e'].map((title) => aDocument(title));
    for (const document of added) await documents.add(document);
    const first = await documents.page(2);
    const second = await documents.page(2, first.next!);
    const third = await documents.page(2, second.next!);
    const pages = [first, second, third].map((page) => page.documents.map(({ title }) => title));
    expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(third.next).toBeNull();
    expect(third.documents[0]).not.toHaveProperty('text');
    for (const wrong of ['x', '-1', '1 OR 1', `1.${'z'.repeat(24)}`])
      await expect(documents.page(2, wrong)).rejects.toThrow(RangeError);
  });

  test('samples go in once, also when two nodes start together', async () => {
    const samples = [aDocument('Prices'), aDocument('Contact')];
    const answers = await Promise.all([documents.addIfNone(samples), documents.addIfNone(samples)]);
    expect(answers.sort()).toEqual([false, true]);
    expect(await documents.list()).toHaveLength(2);
    expect(await documents.addIfNone([aDocument('Other')])).toBe(false);
  });
});
