import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
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
import { guessLanguage, type Language } from '../language/language.js';
import type { Passage } from './search/passage.js';

/** Milliseconds after which the store is asked whether another node changed the documents. */
const STALE_AFTER = 1000;

/** Keeps the business's documents, and searches them in memory. */
@Injectable()
export class KnowledgeService implements OnApplicationBootstrap {
  private readonly logger = new Logger(KnowledgeService.name);
  private readonly index = new KnowledgeIndex();
  /** Of the documents in the index, by their ids. */
  private readonly revisions = new Map<string, string>();
  private version?: number;
  private checkedAt = -Infinity;
  private refreshing?: Promise<void>;

  constructor(
    private readonly documents: DocumentRepository,
    private readonly clock: Clock,
  ) {}

  /** Reads all documents. If the store is away, the start goes on, and the first search reads them. */
  async onApplicationBootstrap(): Promise<void> {
    await this.refresh().catch((error: Error) =>
      this.logger.warn(`Documents are read at the first question instead: ${error.message}`),
    );
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
    return this.index.size(id);
  }

  /** Removes a document; returns whether it was there. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.documents.remove(id);
    await this.refresh();
    return removed;
  }

  /**
   * The passages that fit the query best, best first; those in its language rank above others.
   * `language` is needed only for queries whose words don't show it. Throws the store's error when
   * the documents could not be read yet.
   */
  async search(
    query: string,
    limit: number,
    language: Language | undefined = guessLanguage(query),
  ): Promise<Passage[]> {
    await this.refreshIfStale();
    return this.index.search(query, limit, language);
  }

  /** All passages of a passage's document and section, in order. */
  async section(passage: Passage): Promise<Passage[]> {
    return this.index.section(passage);
  }

  /** The titles of the documents in a language. */
  async topics(language: Language): Promise<string[]> {
    await this.refreshIfStale();
    return this.index.titles(language);
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
    const heads = await this.documents.list();
    const stored = new Map(heads.map(({ id, revision }) => [id, revision]));
    for (const id of this.revisions.keys()) if (!stored.has(id)) this.forget(id);
    for (const [id, revision] of stored)
      if (this.revisions.get(id) !== revision) await this.read(id);
    this.version = version;
  }

  /** Searches wait for the round that this is part of: see `refreshIfStale`. */
  private async read(id: string): Promise<void> {
    const document = await this.documents.find(id);
    this.forget(id);
    if (!document) return;
    await this.index.add(document);
    this.revisions.set(id, document.revision);
  }

  private forget(id: string): void {
    this.index.remove(id);
    this.revisions.delete(id);
  }
}
