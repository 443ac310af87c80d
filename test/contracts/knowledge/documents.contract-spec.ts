import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { KnowledgeDocument } from '../../../src/knowledge/documents/document.js';
import type { DocumentRepository } from '../../../src/knowledge/documents/document.repository.js';
import { aDocument as documentOf } from '../../support/stores/memory/documents.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const NOW = 1_700_000_000_000;
const aDocument = (title: string, more: Partial<KnowledgeDocument> = {}) =>
  documentOf(title, `${title} 🥐 ñ\n\n| a | b |`, { createdAt: NOW, ...more });

onBothStores('DocumentRepository', (make) => {
  let store: TestStore;
  let documents: DocumentRepository;
  beforeAll(async () => {
    store = await make();
    documents = await store.open<DocumentRepository>({
      sqlite: () => import('../../../src/knowledge/documents/document.sqlite.js'),
      mongo: () => import('../../../src/knowledge/documents/document.mongo.js'),
    });
  });
  // A database of its own for each test would take longer than the tests.
  afterEach(async () => {
    for (const { id } of await documents.list()) await documents.remove(id);
  });
  afterAll(() => store.close());

  const names = async () => (await documents.list()).map(({ name }) => name);

  test('a document is kept as it was given', async () => {
    const metadata = { 'a.b': '$x', author: 'ñ' };
    const page = aDocument('Prices', { source: 'https://example.com/prices', metadata });
    for (const document of [page, aDocument('Contact')]) {
      expect((await documents.put(document)).outcome).toBe('new');
      expect(await documents.find(document.id)).toEqual(document);
    }
    expect(await documents.find(randomUUID())).toBeUndefined();
  });

  test('the list is in order of arrival, without texts', async () => {
    const added = [aDocument('Prices'), aDocument('Opening hours'), aDocument('Contact')];
    for (const document of added) await documents.put(document);
    const heads = added.map(({ text, ...head }) => ({ ...head, characters: [...text].length }));
    expect(await documents.list()).toEqual(heads);
  });

  test('a removed document is gone', async () => {
    const [gone, stays] = [aDocument('Prices'), aDocument('Contact')];
    for (const document of [gone, stays]) await documents.put(document);
    expect(await documents.remove(gone.id)).toBe(true);
    expect(await documents.remove(gone.id)).toBe(false);
    expect(await names()).toEqual(['Contact']);
  });

  test('every change, and only a change, raises the version', async () => {
    const document = aDocument('Prices');
    const changed = { ...document, text: 'New.', revision: randomUUID() };
    const told = { ...changed, metadata: { author: 'Ada' } };
    const moved = { ...told, source: 'https://example.com' };
    const seen = [await documents.version()];
    for (const given of [document, changed, told, moved]) {
      await documents.put(given);
      seen.push(await documents.version());
      expect((await documents.put({ ...given, updatedAt: NOW + 9 })).outcome).toBe('unchanged');
      expect(await documents.version()).toBe(seen.at(-1));
    }
    await documents.remove(document.id);
    seen.push(await documents.version());
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen).toHaveLength(6);
    await documents.remove(document.id);
    expect(await documents.version()).toBe(seen.at(-1));
  });

  test('given again under its name, a document is replaced where it stands', async () => {
    const given = [aDocument('Prices'), aDocument('Contact')];
    for (const document of given) await documents.put(document);
    const next = {
      ...aDocument('New prices', { name: 'Prices', format: 'text', createdAt: NOW + 5 }),
      id: randomUUID(),
      updatedAt: NOW + 5,
    };
    const { head, outcome } = await documents.put(next);
    const { text, ...kept } = { ...next, id: given[0].id, createdAt: NOW };
    expect(outcome).toBe('replaced');
    expect(head).toEqual({ ...kept, characters: [...text].length });
    expect(await documents.find(given[0].id)).toEqual({ ...kept, text });
    expect(await names()).toEqual(['Prices', 'Contact']);
  });

  test('a name that two give at once is kept once', async () => {
    const prices = aDocument('Prices');
    const same = await Promise.all([documents.put(prices), documents.put(prices)]);
    expect(same.map(({ outcome }) => outcome).sort()).toEqual(['new', 'unchanged']);
    const [red, blue] = ['Red.', 'Blue.'].map((text) => documentOf('Prices', text));
    const both = await Promise.all([documents.put(red), documents.put(blue)]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['replaced', 'replaced']);
    expect(await names()).toEqual(['Prices']);
  });

  test('pages join up, also for documents of one moment, and when one is replaced', async () => {
    const added = ['a', 'b', 'c', 'd', 'e'].map((title) => aDocument(title));
    for (const document of added) await documents.put(document);
    const first = await documents.page(2);
    await documents.put({ ...added[0], text: 'New.', revision: randomUUID() });
    await documents.put({ ...added[3], text: 'New.', revision: randomUUID() });
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
