import type { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aDocument, MemoryDocuments } from '../../../../test/support/stores/memory/documents.js';
import { SetClock } from '../../../../test/support/stores/set-clock.js';
import { KnowledgeService } from '../../knowledge.service.js';
import { IndexClosed, IndexLost, ThreadedIndex } from './threaded-index.js';

const WIFI = aDocument('Wifi', 'It is free.', { id: 'w', format: 'text' });

describe('ThreadedIndex', () => {
  let index: ThreadedIndex;
  beforeEach(() => void (index = new ThreadedIndex()));
  afterEach(() => index.onApplicationShutdown());

  /** As when the thread has no memory left: it is gone in the midst of its work. */
  const kill = () => (index as unknown as { thread: Worker }).thread.terminate();

  it('answers as the index does', async () => {
    expect(await index.put(WIFI)).toBe(1);
    const [passage] = await index.search('wifi', 3, 'en');
    expect(passage).toMatchObject({ documentId: 'w', text: 'It is free.' });
    expect(await index.passages(passage.documentId)).toHaveLength(1);
    expect(await index.titles('en')).toEqual(['Wifi']);
    await index.remove('w');
    expect(await index.search('wifi', 3, 'en')).toEqual([]);
  });

  it('passes on what the index throws', async () => {
    await expect(index.put({ ...WIFI, text: undefined! })).rejects.toThrow(TypeError);
  });

  it('rejects what is in flight when the thread dies, and starts anew', async () => {
    await index.put(WIFI);
    const waiting = index.search('wifi', 3, 'en');
    await Promise.all([expect(waiting).rejects.toThrow(IndexLost), kill()]);
    expect(await index.search('wifi', 3, 'en')).toEqual([]);
  });

  it('is filled again from the store, and a search in flight is made once more', async () => {
    const knowledge = new KnowledgeService(new MemoryDocuments([WIFI]), new SetClock(), index);
    expect(await knowledge.search('wifi', 3)).toHaveLength(1);
    const waiting = knowledge.search('wifi', 3);
    await kill();
    expect(await waiting).toHaveLength(1);
    expect(await knowledge.search('wifi', 3)).toHaveLength(1);
  });

  it('refuses what is asked when the process ends', async () => {
    const putting = index.put(WIFI);
    await Promise.all([
      expect(putting).rejects.toThrow(IndexClosed),
      index.onApplicationShutdown(),
    ]);
    await expect(index.titles('en')).rejects.toThrow('closed');
  });

  it('ends in silence while it is filled', async () => {
    const warned = vi.spyOn(Logger.prototype, 'warn');
    const knowledge = new KnowledgeService(new MemoryDocuments([WIFI]), new SetClock(), index);
    await index.onApplicationShutdown();
    knowledge.onApplicationBootstrap();
    await expect(knowledge.search('wifi', 3)).rejects.toThrow(IndexClosed);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});
