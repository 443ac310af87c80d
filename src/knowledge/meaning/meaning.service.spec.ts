import { aDocument as named } from '../../../test/support/stores/memory/documents.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryVectors, vectorOf } from '../../../test/support/embeddings.js';
import { KnowledgeIndex } from '../search/knowledge-index.js';
import { Embedder } from './embedder.js';
import type { EmbeddingModel } from './embedding-model.js';
import { MeaningService } from './meaning.service.js';
import { shorten } from './vectors.js';

/** Models by their names: each gives other vectors. */
const SHIFTS: Record<string, number> = { old: 0, new: 17 };

class Model {
  texts: string[] = [];
  refuses?: string;
  fails = 0;
  knows = ['old', 'new'];
  name: string;

  constructor(name: string) {
    this.name = name;
  }
  async documents(texts: string[], model: string) {
    if (this.fails-- > 0) throw Object.assign(new Error('busy'), { status: 503 });
    if (this.refuses && texts.some((text) => text.includes(this.refuses!)))
      throw Object.assign(new Error('too long'), { status: 400 });
    this.texts.push(...texts);
    return shorten(texts.map((text) => vectorOf(text, SHIFTS[model])));
  }
  async question(text: string, model: string) {
    return this.knows.includes(model) ? shorten([vectorOf(text, SHIFTS[model])]) : undefined;
  }
}

const aDocument = (id: string, text: string) => named(id, text, { id, format: 'text' });

describe('MeaningService', () => {
  let index: KnowledgeIndex;
  let store: MemoryVectors;
  let model: Model;
  beforeEach(async () => {
    [index, store, model] = [new KnowledgeIndex(), new MemoryVectors(), new Model('old')];
    await index.put(aDocument('Reparto', 'We bring it home. Delivery takes two days.'));
    await index.put(aDocument('Animals', 'You may bring your dog.'));
  });

  async function filled(by = model): Promise<MeaningService> {
    const service = new MeaningService(
      new Embedder(store, by as unknown as EmbeddingModel),
      by as unknown as EmbeddingModel,
    );
    service.fill(index.meaning);
    await expect.poll(() => service.progress?.serving === by.name && !busy(service)).toBe(true);
    return service;
  }
  const busy = (service: MeaningService) => (service as unknown as { running?: unknown }).running;
  const first = async (service: MeaningService, text: string) =>
    index.search(text, 5, 'en', await service.question(text))[0];

  it('finds by meaning what no word says, and shows the sentence', async () => {
    const service = await filled();
    expect(service.progress).toEqual({ model: 'old', serving: 'old', passages: 2, embedded: 2 });
    const found = await first(service, 'shipping');
    expect(found).toMatchObject({ documentId: 'Reparto', score: expect.any(Number) });
    expect(found.evidence.window).toBe('Reparto: Delivery takes two days.');
    expect(found.relevance).toBeGreaterThan((await first(service, 'castle')).relevance);
  });

  it('embeds each text once, also after a start', async () => {
    await filled();
    const { length } = model.texts;
    const again = new Model('old');
    await index.put(aDocument('Animals', 'You may bring your dog.'));
    const service = await filled(again);
    expect([length, again.texts]).toEqual([expect.any(Number), []]);
    expect(service.progress?.embedded).toBe(2);
  });

  it('goes on when the server is there again', async () => {
    model.fails = 1;
    expect((await filled()).progress?.embedded).toBe(2);
  });

  it('leaves a passage to its words that the server refuses', async () => {
    model.refuses = 'dog';
    expect((await filled()).progress).toMatchObject({ passages: 2, embedded: 1 });
  });

  it('removes what nothing refers to, at once and after a start', async () => {
    const service = await filled();
    const count = () => store.kept.get('old')?.size;
    expect(count()).toBe(3);
    index.remove('Animals');
    service.fill(index.meaning);
    await expect.poll(count).toBe(2);
    await store.put('old', [{ key: 'left by a crash', bytes: new Uint8Array(5) }]);
    await filled();
    expect(count()).toBe(2);
  });

  it("asks the old model until the new one's vectors are complete", async () => {
    await filled();
    const renewed = new Model('new');
    renewed.fails = 1;
    const service = new MeaningService(
      new Embedder(store, renewed as unknown as EmbeddingModel),
      renewed as unknown as EmbeddingModel,
    );
    service.fill(index.meaning);
    await expect.poll(() => service.progress?.serving).toBe('old');
    expect((await first(service, 'shipping')).documentId).toBe('Reparto');
    await expect.poll(() => service.progress?.serving).toBe('new');
    await expect.poll(() => busy(service)).toBeUndefined();
    expect((await first(service, 'shipping')).documentId).toBe('Reparto');
    expect([...store.kept.keys()]).toEqual(['new']);
  });

  it('goes by words when the old model is gone', async () => {
    await filled();
    const renewed = new Model('new');
    renewed.knows = ['new'];
    const service = await filled(renewed);
    expect(service.progress).toMatchObject({ serving: 'new', embedded: 2 });
  });
});
