import { Logger } from '@nestjs/common';
import type { Clock } from '../../clock.js';
import type { DocumentRepository } from '../documents/document.repository.js';
import type { MeaningService } from '../meaning/meaning.service.js';
import { type Index, IndexClosed, IndexLost } from './thread/threaded-index.js';

/** Milliseconds after which the store is asked whether another node changed the documents. */
const STALE_AFTER = 1000;

/** A document that was being read so often when the index died is left out until it changes. */
const MOST_DEATHS = 2;

/** Keeps an index at what the store has, whichever node changed it, and fills it when it was lost. */
export class FreshIndex {
  private readonly logger = new Logger('KnowledgeService');
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
    private readonly index: Index,
    private readonly meaning?: MeaningService,
  ) {
    index.onLost?.(() => this.fillAnew());
  }

  /** Begins to read all documents, and doesn't wait. If the store is away, the first question reads them. */
  fill(): void {
    this.refresh().catch((error: Error) => {
      if (error instanceof IndexClosed) return;
      this.logger.warn(`Documents are read at the first question instead: ${error.message}`);
    });
  }

  private fillAnew(): void {
    this.losses++;
    this.version = undefined;
    this.indexed.clear();
    this.meaning?.lost();
    this.fill();
  }

  /** How many passages a document was cut into; 0 while it isn't in the index. */
  chunksOf(id: string): number {
    return this.indexed.get(id)?.passages ?? 0;
  }

  get isEmpty(): boolean {
    return !this.indexed.size;
  }

  /** Asks the index when it is up to date; once more if it was lost meanwhile. */
  async ask<T>(question: (index: Index) => T | Promise<T>): Promise<T> {
    await this.refreshIfStale();
    try {
      return await question(this.index);
    } catch (error) {
      if (!(error instanceof IndexLost)) throw error;
      await this.refreshIfStale();
      return question(this.index);
    }
  }

  /** Reads the changes of other nodes, once a second at most. If the store is away, the index stays. */
  async refreshIfStale(): Promise<void> {
    const fresh = this.clock.now() - this.checkedAt < STALE_AFTER;
    if (fresh && this.version !== undefined) return this.refreshing;
    await this.refresh().catch((error: Error) => {
      if (this.version === undefined) throw error;
      this.logger.warn(`Documents may have changed, the store can't be asked: ${error.message}`);
    });
  }

  /** Runs one round at a time. Each caller waits for a round that starts after its call. */
  async refresh(): Promise<void> {
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
