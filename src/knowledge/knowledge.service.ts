import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import {
  type DocumentHead,
  documentId,
  type Format,
  type KnowledgeDocument,
} from './documents/document.js';
import { type DocumentHeads, DocumentRepository } from './documents/document.repository.js';
import { KnowledgeIndex } from './search/knowledge-index.js';
import { guessLanguage, type Language } from '../language/language.js';
import type { Passage } from './search/language-index.js';

/** Milliseconds after which another node's changes are looked for. */
const STALE_AFTER = 1000;

/** The documents of the business and what can be found in them. */
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

  /** Reads all documents. A store that is away now doesn't stop the start: the first search does. */
  async onApplicationBootstrap(): Promise<void> {
    await this.refresh().catch((error: Error) =>
      this.logger.warn(`Documents are read at the first question instead: ${error.message}`),
    );
  }

  /**
   * Keeps a document and makes it findable here; within a second on the other nodes. The same
   * title and text again is the same document.
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

  list(): Promise<DocumentHead[]> {
    return this.documents.list();
  }

  /** A page of the documents, oldest first. Throws a `BadCursor` on a cursor that no page gave. */
  async page(limit: number, cursor?: string): Promise<DocumentHeads> {
    await this.notice();
    return this.documents.page(limit, cursor);
  }

  async find(id: string): Promise<KnowledgeDocument | undefined> {
    await this.notice();
    return this.documents.find(id);
  }

  /** How many passages a document has that is known here. */
  chunksOf(id: string): number {
    return this.index.size(id);
  }

  /** Says whether it was there. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.documents.remove(id);
    await this.refresh();
    return removed;
  }

  /**
   * The passages that say most about the query, best first, those in its language before others.
   * `language` is for queries that don't show theirs. Throws when documents were never read.
   */
  async search(
    query: string,
    limit: number,
    language: Language | undefined = guessLanguage(query),
  ): Promise<Passage[]> {
    await this.notice();
    return this.index.search(query, limit, language);
  }

  /** The titles of the documents in a language: what can be asked about. */
  async topics(language: Language): Promise<string[]> {
    await this.notice();
    return this.index.titles(language);
  }

  /** Changes made elsewhere, at most once a second. Without the store, what is known still counts. */
  private async notice(): Promise<void> {
    const fresh = this.clock.now() - this.checkedAt < STALE_AFTER;
    if (fresh && this.version !== undefined) return this.refreshing;
    await this.refresh().catch((error: Error) => {
      if (this.version === undefined) throw error;
      this.logger.warn(`Documents may have changed, the store can't be asked: ${error.message}`);
    });
  }

  /** One at a time; who comes meanwhile waits for a round that starts after it came. */
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
