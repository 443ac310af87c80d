import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import {
  documentOf,
  type Format,
  type GivenDocument,
  type KnowledgeDocument,
  type Outcome,
} from './documents/document.js';
import { type DocumentHeads, DocumentRepository } from './documents/document.repository.js';
import { KnowledgeIndex } from './search/knowledge-index.js';
import { type Index, IndexLost, ThreadedIndex } from './search/threaded-index.js';
import { guessLanguage, type Language } from '../language/language.js';
import type { Mended } from '../language/spelling/mend.js';
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
  /** The documents in the index by their ids: which revision it has, and of how many passages. */
  private readonly indexed = new Map<string, { revision: string; passages: number }>();
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
    this.indexed.clear();
    this.meaning?.lost();
    this.fill();
  }

  /**
   * Keeps a document under its name, in place of what had that name before. Searches find it at once
   * on this node, and within a second on others; none finds half of it, or both.
   */
  async put(
    given: Omit<GivenDocument, 'format'> & { format?: Format },
  ): Promise<{ document: KnowledgeDocument; chunks: number; outcome: Outcome }> {
    const document = documentOf({ format: 'markdown', ...given }, this.clock.now());
    const { head, outcome } = await this.documents.put(document);
    await this.refresh();
    const { characters: _, ...kept } = head;
    return { document: { ...kept, text: document.text }, chunks: this.chunksOf(kept.id), outcome };
  }

  /** Whether there is no document at all: the store is asked, whether they are indexed yet or not. */
  async isEmpty(): Promise<boolean> {
    return (await this.documents.page(1)).documents.length === 0;
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
    return this.indexed.get(id)?.passages ?? 0;
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

  /**
   * A question with its misspelt words as they were meant. The documents' own words stay. `language` is
   * needed only for questions whose words don't show it.
   */
  async mended(question: string, language?: Language): Promise<Mended> {
    return this.ask(() => this.index.mended(question, language));
  }

  /** All passages of a document, in order: a section or a table may have been cut into several. */
  async passages(documentId: string): Promise<Passage[]> {
    return this.ask(() => this.index.passages(documentId));
  }

  /** The ids of the documents in a language. */
  async documentsIn(language: Language): Promise<string[]> {
    return this.ask(() => this.index.documentsIn(language));
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
    const heads = await this.documents.list();
    const stored = new Map(heads.map(({ id, revision }) => [id, revision]));
    for (const id of this.indexed.keys()) if (!stored.has(id)) await this.forget(id);
    for (const [id, revision] of stored)
      if (this.indexed.get(id)?.revision !== revision) await this.read(id);
    if (losses === this.losses) this.version = version;
    this.meaning?.fill(this.index.meaning);
  }

  private async forget(id: string): Promise<void> {
    await this.index.remove(id);
    this.indexed.delete(id);
  }

  /** Searches wait for the round that this is part of: see `refreshIfStale`. */
  private async read(id: string): Promise<void> {
    const deaths = this.deaths.get(id) ?? 0;
    if (deaths >= MOST_DEATHS) return;
    const document = await this.documents.find(id);
    if (!document) return this.forget(id);
    try {
      const passages = await this.index.put(document);
      this.indexed.set(id, { revision: document.revision, passages });
    } catch (error) {
      if (error instanceof IndexLost) this.deaths.set(id, deaths + 1);
      throw error;
    }
  }
}
