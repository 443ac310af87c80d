import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { LineId } from '../config/lines/line.js';
import {
  documentOf,
  type Format,
  type GivenDocument,
  type KnowledgeDocument,
  type Outcome,
} from './documents/document.js';
import { type DocumentHeads, DocumentRepository } from './documents/document.repository.js';
import { FreshIndex } from './search/fresh-index.js';
import { KnowledgeIndex } from './search/knowledge-index.js';
import { type Index, ThreadedIndex } from './search/thread/threaded-index.js';
import { guessLanguage, type Language } from '../language/language.js';
import type { Mended } from '../language/spelling/mend.js';
import { addToSpan, traced } from '../tracing/traced.js';
import { MeaningService } from './meaning/meaning.service.js';
import type { Passage } from './search/passage.js';
import { Reranker } from './search/rerank.js';

/** Keeps the business's documents, and searches them in memory. */
@Injectable()
export class KnowledgeService implements OnApplicationBootstrap {
  private readonly fresh: FreshIndex;

  constructor(
    private readonly documents: DocumentRepository,
    private readonly clock: Clock,
    /** In the app a thread of its own; unit tests search in their own thread. */
    @Inject(ThreadedIndex) index: Index = new KnowledgeIndex(),
    /** Without it, as in unit tests, words alone are searched for. */
    private readonly meaning?: MeaningService,
    private readonly reranker?: Reranker,
  ) {
    this.fresh = new FreshIndex(documents, clock, index, meaning);
  }

  /**
   * Begins to read all documents, and doesn't wait: messages are taken meanwhile. A search waits
   * until all are read. If the store is away, the first search reads them.
   */
  onApplicationBootstrap(): void {
    this.fresh.fill();
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
    await this.fresh.refresh();
    const { characters: _, ...kept } = head;
    return { document: { ...kept, text: document.text }, chunks: this.chunksOf(kept.id), outcome };
  }

  /** Whether there is no document at all: the store is asked, whether they are indexed yet or not. */
  async isEmpty(): Promise<boolean> {
    return (await this.documents.page(1)).documents.length === 0;
  }

  /** Whether a search has no document to look through, as of the last second. It costs no read of the store. */
  async searchesNothing(): Promise<boolean> {
    await this.fresh.refreshIfStale();
    return this.fresh.isEmpty;
  }

  /** A page of documents, oldest first. Throws a `BadCursor` for a cursor that no page gave. */
  async page(limit: number, cursor?: string): Promise<DocumentHeads> {
    await this.fresh.refreshIfStale();
    return this.documents.page(limit, cursor);
  }

  /** The document of an id; undefined when there is none. */
  async find(id: string): Promise<KnowledgeDocument | undefined> {
    await this.fresh.refreshIfStale();
    return this.documents.find(id);
  }

  /** How many passages a document was cut into; 0 while this node does not know it. */
  chunksOf(id: string): number {
    return this.fresh.chunksOf(id);
  }

  /** Removes a document; returns whether it was there. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.documents.remove(id);
    await this.fresh.refresh();
    return removed;
  }

  /**
   * The passages that fit the query best, best first, by words and, with an embedding model, by
   * meaning; the rerank endpoint, where there is one, has the last word on their order.
   * `language` is needed only for queries whose words don't show it. Throws the store's error when
   * the documents could not be read yet. `line`: the line that is asked on; undefined: the default one.
   */
  search(
    query: string,
    limit: number,
    language: Language | undefined = guessLanguage(query),
    line?: LineId,
  ): Promise<Passage[]> {
    return traced('search', {}, async () => {
      const found = await this.found(query, limit, language, line);
      addToSpan({ 'recado.passages': found.length });
      return found;
    });
  }

  private async found(
    query: string,
    limit: number,
    language?: Language,
    line?: LineId,
  ): Promise<Passage[]> {
    const vector = await this.meaning?.question(query);
    const candidates = Math.max(limit, this.reranker?.candidates ?? 0);
    const found = await this.fresh.ask((index) =>
      index.search(query, candidates, language, vector, line),
    );
    const ranked = (await this.reranker?.ranked(query, found)) ?? found;
    return ranked.slice(0, limit);
  }

  /**
   * A question with its misspelt words as they were meant. The documents' own words stay. `language` is
   * needed only for questions whose words don't show it.
   */
  async mended(question: string, language?: Language, line?: LineId): Promise<Mended> {
    return this.fresh.ask((index) => index.mended(question, language, line));
  }

  /** All passages of a document, in order: a section or a table may have been cut into several. */
  async passages(documentId: string): Promise<Passage[]> {
    return this.fresh.ask((index) => index.passages(documentId));
  }

  /** The ids of the documents in a language, for a line. */
  async documentsIn(language: Language, line?: LineId): Promise<string[]> {
    return this.fresh.ask((index) => index.documentsIn(language, line));
  }

  /** The titles of the documents in a language, for a line. */
  async topics(language: Language, line?: LineId): Promise<string[]> {
    return this.fresh.ask((index) => index.titles(language, line));
  }
}
