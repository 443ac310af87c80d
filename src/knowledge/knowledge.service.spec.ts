import { beforeEach, describe, expect, it } from 'vitest';
import { SetClock } from '../../test/support/stores/set-clock.js';
import type { KnowledgeDocument } from './documents/document.js';
import { DocumentRepository } from './documents/document.repository.js';
import { KnowledgeService } from './knowledge.service.js';

class Documents extends DocumentRepository {
  all: KnowledgeDocument[] = [];
  changes = 0;
  reads = 0;
  away = false;

  async add(document: KnowledgeDocument) {
    if (this.all.some(({ id }) => id === document.id)) return false;
    this.all.push(document);
    this.changes++;
    return true;
  }
  async addIfNone() {
    return false;
  }
  async list() {
    return this.all;
  }
  async page() {
    return { documents: this.all, next: null };
  }
  async find(id: string) {
    this.reads++;
    return this.all.find((document) => document.id === id);
  }
  async remove(id: string) {
    this.all = this.all.filter((document) => document.id !== id);
    this.changes++;
    return true;
  }
  async version() {
    if (this.away) throw new Error('away');
    return this.changes;
  }
}

describe('KnowledgeService', () => {
  let documents: Documents;
  let clock: SetClock;
  let here: KnowledgeService;
  beforeEach(() => {
    documents = new Documents();
    clock = new SetClock();
    here = new KnowledgeService(documents, clock);
  });

  it('finds a document as soon as it was added', async () => {
    const { document, chunks } = await here.add('Wifi', 'The wifi is free for all customers.');
    expect(chunks).toBe(1);
    expect(document.createdAt).toBe(clock.time);
    expect(await here.search('is there wifi?', 3)).toMatchObject([{ documentId: document.id }]);
    expect(await here.topics('en')).toEqual(['Wifi']);
  });

  it('has the same document once, and its like beside it', async () => {
    const [first, again, other] = [
      await here.add('Wifi', 'It is free.'),
      await here.add('Wifi', 'It is free.'),
      await here.add('Wifi', 'It is fast.'),
    ];
    expect([first.isNew, again.isNew, other.isNew]).toEqual([true, false, true]);
    expect(again.document).toEqual(first.document);
    expect(await here.search('wifi', 3)).toHaveLength(2);
    await here.remove(first.document.id);
    expect((await here.add('Wifi', 'It is free.')).isNew).toBe(true);
    expect(await here.search('wifi', 3)).toHaveLength(2);
  });

  it("notices another node's changes within a second, reading only what is new", async () => {
    const there = new KnowledgeService(documents, clock);
    await here.add('Wifi', 'The wifi is free.');
    there.onApplicationBootstrap();
    expect(await there.topics('en')).toEqual(['Wifi']);
    const { document } = await here.add('Parking', 'The parking is free.');
    documents.reads = 0;
    clock.time += 999;
    expect(await there.search('parking', 3)).toEqual([]);
    clock.time += 1;
    expect(await there.search('parking', 3)).toMatchObject([{ documentId: document.id }]);
    expect(documents.reads).toBe(1);
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
    await documents.add({ id: '1', title: 'Wifi', text: 'Free.', format: 'text', createdAt: 0 });
    clock.time += 1000;
    expect(await here.search('wifi', 3)).toHaveLength(1);
    documents.away = true;
    clock.time += 1000;
    expect(await here.search('wifi', 3)).toHaveLength(1);
  });

  it('reads every document once when many ask at once', async () => {
    await documents.add({ id: '1', title: 'Wifi', text: 'Free.', format: 'text', createdAt: 0 });
    const all = await Promise.all(Array.from({ length: 10 }, () => here.search('wifi', 3)));
    expect(all.every((found) => found.length === 1)).toBe(true);
    expect(documents.reads).toBe(1);
  });
});
