import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import { documentId, type Format, type KnowledgeDocument } from './documents/document.js';
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

  /** All passages of a document, in order: a section or a table may have been cut into several. */
  async passages(documentId: string): Promise<Passage[]> {
    return this.index.passages(documentId);
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
    const stored = new Set((await this.documents.list()).map(({ id }) => id));
    const known = new Set(this.index.documents);
    for (const id of known) if (!stored.has(id)) this.index.remove(id);
    for (const id of stored) if (!known.has(id)) await this.read(id);
    this.version = version;
  }

  private async read(id: string): Promise<void> {
    const document = await this.documents.find(id);
    if (document) await this.index.add(document);
  }
}
