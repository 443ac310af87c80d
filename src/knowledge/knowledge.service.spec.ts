import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDocument, MemoryDocuments } from '../../test/support/stores/memory/documents.js';
import { SetClock } from '../../test/support/stores/set-clock.js';
import { KnowledgeService } from './knowledge.service.js';

describe('KnowledgeService', () => {
  let documents: MemoryDocuments;
  let clock: SetClock;
  let here: KnowledgeService;
  beforeEach(() => {
    documents = new MemoryDocuments();
    clock = new SetClock();
    here = new KnowledgeService(documents, clock);
  });

  const give = (title: string, text: string) => here.put({ name: title, title, text });

  it('finds a document as soon as it was added', async () => {
    const { document, chunks } = await give('Wifi', 'The wifi is free for all customers.');
    expect(chunks).toBe(1);
    expect(document.createdAt).toBe(clock.time);
    expect(await here.search('is there wifi?', 3)).toMatchObject([{ documentId: document.id }]);
    expect(await here.topics('en')).toEqual(['Wifi']);
  });

  it('has a document once, and replaces it when it changed', async () => {
    const [first, again, other] = [
      await give('Wifi', 'It is free.'),
      await give('Wifi', 'It is free.'),
      await give('Wifi', 'It is fast.'),
    ];
    const outcomes = [first, again, other].map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['new', 'unchanged', 'replaced']);
    expect(again.document).toEqual(first.document);
    expect(other.document).toMatchObject({ id: first.document.id, text: 'It is fast.' });
    expect(await here.search('wifi', 3)).toMatchObject([{ text: 'It is fast.' }]);
    expect(await here.isEmpty()).toBe(false);
    await here.remove(first.document.id);
    expect(await here.isEmpty()).toBe(true);
    expect((await give('Wifi', 'It is free.')).outcome).toBe('new');
    expect(await here.search('wifi', 3)).toHaveLength(1);
  });

  it('sees within a second whether another node gave it something to search', async () => {
    const there = new KnowledgeService(documents, clock);
    expect(await here.searchesNothing()).toBe(true);
    await there.put({ name: 'wifi', title: 'Wifi', text: 'It is free.' });
    expect(await here.searchesNothing()).toBe(true);
    clock.time += 1000;
    expect(await here.searchesNothing()).toBe(false);
  });

  it('never finds half of a document, or the old one beside the new one', async () => {
    const tea = (price: number) =>
      Array.from({ length: 40 }, (_, n) => `## Tea ${n}\n\nTea costs ${price}.`).join('\n');
    await give('Prices', tea(2));
    const replaced = { yet: false };
    void give('Prices', tea(3)).then(() => (replaced.yet = true));
    while (!replaced.yet) {
      const found = await here.search('tea', 99);
      expect(found).toHaveLength(40);
      expect(new Set(found.map(({ text }) => text.slice(-2))).size).toBe(1);
      await setImmediate();
    }
    expect((await here.search('tea', 1))[0].text).toContain('costs 3');
  });

  it("notices another node's changes within a second, reading only what is new", async () => {
    const there = new KnowledgeService(documents, clock);
    await give('Wifi', 'The wifi is free.');
    there.onApplicationBootstrap();
    expect(await there.topics('en')).toEqual(['Wifi']);
    const { document } = await give('Parking', 'The parking is free.');
    documents.reads = 0;
    clock.time += 999;
    expect(await there.search('parking', 3)).toEqual([]);
    clock.time += 1;
    expect(await there.search('parking', 3)).toMatchObject([{ documentId: document.id }]);
    expect(documents.reads).toBe(1);
    await give('Wifi', 'The wifi is fast.');
    clock.time += 1000;
    expect(await there.search('wifi', 3)).toMatchObject([{ text: 'The wifi is fast.' }]);
    expect(documents.reads).toBe(3);
    await here.remove(document.id);
    clock.time += 1000;
    expect(await there.search('parking', 3)).toEqual([]);
  });

  it('starts without the store, and answers from what it knows when the store goes away', async () => {
    documents.away = true;
    await here.onApplicationBootstrap();
    clock.time += 1000;
    await expect(here.search('wifi', 3)).rejects.toThrow('away');
    documents.away = false;
    await documents.put(aDocument('Wifi', 'Free.'));
    clock.time += 1000;
    expect(await here.search('wifi', 3)).toHaveLength(1);
    documents.away = true;
    clock.time += 1000;
    expect(await here.search('wifi', 3)).toHaveLength(1);
  });

  it('reads every document once when many ask at once', async () => {
    await documents.put(aDocument('Wifi', 'Free.'));
    const all = await Promise.all(Array.from({ length: 10 }, () => here.search('wifi', 3)));
    expect(all.every((found) => found.length === 1)).toBe(true);
    expect(documents.reads).toBe(1);
  });
});
