import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import { documentId, type Format, type KnowledgeDocument } from './documents/document.js';
import { type DocumentHeads, DocumentRepository } from './documents/document.repository.js';
import { KnowledgeIndex } from './search/knowledge-index.js';
import { type Index, IndexLost, ThreadedIndex } from './search/threaded-index.js';
import { guessLanguage, type Language } from '../language/language.js';
import { MeaningService } from './meaning/meaning.service.js';
import type { Passage } from './search/passage.js';
import { Reranker } from './search/rerank.js';

/** Milliseconds after which the store is asked whether another node changed the documents. */
const STALE_AFTER = 1000;

/** A document that was being read so often when the index died is left out until it changes. */
const MOST_DEATHS = 2;

/** Keeps the business's documents, and searches them in memory. */
@Injectable()
export class KnowledgeService implements OnApplicationBootstrap {
  private readonly logger = new Logger(KnowledgeService.name);
  /** How many passages each document in the index has. */
  private readonly sizes = new Map<string, number>();
  /** How often the index died of a document. */
  private readonly deaths = new Map<string, number>();
  /** How often the index was lost. */
  private losses = 0;
  private version?: number;
  private checkedAt = -Infinity;
  private refreshing?: Promise<void>;

  constructor(
    private readonly documents: DocumentRepository,
    private readonly clock: Clock,
    /** In the app a thread of its own; unit tests search in their own thread. */
    @Inject(ThreadedIndex) private readonly index: Index = new KnowledgeIndex(),
    /** Without it, as in unit tests, words alone are searched for. */
    private readonly meaning?: MeaningService,
    private readonly reranker?: Reranker,
  ) {
    index.onLost?.(() => this.fillAnew());
  }

  /**
   * Begins to read all documents, and doesn't wait: messages are taken meanwhile. A search waits
   * until all are read. If the store is away, the first search reads them.
   */
  onApplicationBootstrap(): void {
    this.fill();
  }

  private fill(): void {
    this.refresh().catch((error: Error) =>
      this.logger.warn(`Documents are read at the first question instead: ${error.message}`),
    );
  }

  private fillAnew(): void {
    this.losses++;
    this.version = undefined;
    this.sizes.clear();
    this.meaning?.lost();
    this.fill();
  }

  /**
   * Keeps a document. Searches find it at once on this node, and within a second on others. A document
   * with the same title, text and format is not kept again.
   */
  async add(
    title: string,
    text: string,
    format: Format = 'markdown',
  ): Promise<{ document: KnowledgeDocument; chunks: number; isNew: boolean }> {
    const given = { title, text, format, createdAt: this.clock.now() };
    const document = { id: documentId(given), ...given };
    const isNew = await this.documents.add(document);
    await this.refresh();
    const kept = isNew ? undefined : await this.documents.find(document.id);
    return { document: kept ?? document, chunks: this.chunksOf(document.id), isNew };
  }

  /** A page of documents, oldest first. Throws a `BadCursor` for a cursor that no page gave. */
  async page(limit: number, cursor?: string): Promise<DocumentHeads> {
    await this.refreshIfStale();
    return this.documents.page(limit, cursor);
  }

  /** The document of an id; undefined when there is none. */
  async find(id: string): Promise<KnowledgeDocument | undefined> {
    await this.refreshIfStale();
    return this.documents.find(id);
  }

  /** How many passages a document was cut into; 0 while this node does not know it. */
  chunksOf(id: string): number {
    return this.sizes.get(id) ?? 0;
  }

  /** Removes a document; returns whether it was there. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.documents.remove(id);
    await this.refresh();
    return removed;
  }

  /**
   * The passages that fit the query best, best first, by words and, with an embedding model, by
   * meaning; the rerank endpoint, where there is one, has the last word on their order.
   * `language` is needed only for queries whose words don't show it. Throws the store's error when
   * the documents could not be read yet.
   */
  async search(
    query: string,
    limit: number,
    language: Language | undefined = guessLanguage(query),
  ): Promise<Passage[]> {
    const vector = await this.meaning?.question(query);
    const candidates = Math.max(limit, this.reranker?.candidates ?? 0);
    const found = await this.ask(() => this.index.search(query, candidates, language, vector));
    const ranked = (await this.reranker?.ranked(query, found)) ?? found;
    return ranked.slice(0, limit);
  }

  /** All passages of a passage's document and section, in order. */
  async section(passage: Passage): Promise<Passage[]> {
    return this.ask(() => this.index.section(passage));
  }

  /** The titles of the documents in a language. */
  async topics(language: Language): Promise<string[]> {
    return this.ask(() => this.index.titles(language));
  }

  /** Asks the index when it is up to date; once more if it was lost meanwhile. */
  private async ask<T>(question: () => T | Promise<T>): Promise<T> {
    await this.refreshIfStale();
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof IndexLost)) throw error;
      await this.refreshIfStale();
      return question();
    }
  }

  /** Reads the changes of other nodes, once a second at most. If the store is away, the index stays. */
  private async refreshIfStale(): Promise<void> {
    const fresh = this.clock.now() - this.checkedAt < STALE_AFTER;
    if (fresh && this.version !== undefined) return this.refreshing;
    await this.refresh().catch((error: Error) => {
      if (this.version === undefined) throw error;
      this.logger.warn(`Documents may have changed, the store can't be asked: ${error.message}`);
    });
  }

  /** Runs one round at a time. Each caller waits for a round that starts after its call. */
  private async refresh(): Promise<void> {
    const before = this.refreshing ?? Promise.resolve();
    const round = before.catch(() => undefined).then(() => this.readChanges());
    this.refreshing = round;
    try {
      await round;
    } finally {
      if (this.refreshing === round) this.refreshing = undefined;
    }
  }

  private async readChanges(): Promise<void> {
    this.checkedAt = this.clock.now();
    const version = await this.documents.version();
    if (version === this.version) return;
    const { losses } = this;
    const stored = new Set((await this.documents.list()).map(({ id }) => id));
    for (const id of this.sizes.keys()) if (!stored.has(id)) await this.forget(id);
    for (const id of stored) if (!this.sizes.has(id)) await this.read(id);
    if (losses === this.losses) this.version = version;
    this.meaning?.fill(this.index.meaning);
  }

  private async forget(id: string): Promise<void> {
    await this.index.remove(id);
    this.sizes.delete(id);
  }

  private async read(id: string): Promise<void> {
    const deaths = this.deaths.get(id) ?? 0;
    if (deaths >= MOST_DEATHS) return;
    const document = await this.documents.find(id);
    if (!document) return;
    try {
      this.sizes.set(id, await this.index.put(document));
    } catch (error) {
      if (error instanceof IndexLost) this.deaths.set(id, deaths + 1);
      throw error;
    }
  }
}
