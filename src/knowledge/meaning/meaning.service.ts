import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { embeddings } from '../../metrics.js';
import type { Embeddable } from './embeddable.js';
import { Embedder } from './embedder.js';
import { EmbeddingModel, wording } from './embedding-model.js';
import type { Vectors } from './vectors.js';

/** Milliseconds until a failed round is tried again: doubled each time, up to the most. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** How far the vectors are: of `passages`, so many are `embedded` by the model that is asked. */
export interface MeaningProgress {
  /** The model of the settings; `serving` is another one while its vectors are made. */
  model: string;
  serving?: string;
  passages: number;
  embedded: number;
}

/**
 * Keeps the vectors of an index complete, in the background: searches go by words for what has none
 * yet. When the model of the settings is another one than before, the old one is asked until the
 * vectors of the new one are all there, if the server still knows it.
 */
@Injectable()
export class MeaningService implements OnModuleDestroy {
  private readonly logger = new Logger('Embeddings');
  private readonly end = new AbortController();
  private serving?: string;
  /** The store was searched for vectors that nothing refers to. */
  private tidied = false;
  private again = false;
  private running?: Promise<void>;
  private counted = { passages: 0, embedded: 0 };

  constructor(
    private readonly embedder: Embedder,
    private readonly model: EmbeddingModel,
  ) {}

  /** Begins to give the index's passages their vectors; called again after each change. */
  fill(index: Embeddable): void {
    if (!this.model.name || this.end.signal.aborted) return;
    this.again = true;
    this.running ??= this.run(index, this.model.name).finally(() => (this.running = undefined));
  }

  /** The index was lost: the next `fill` gives it everything again. */
  lost(): void {
    this.serving = undefined;
  }

  /** The vector of a question by the model that the index has vectors of; undefined without. It never throws. */
  async question(text: string): Promise<Vectors | undefined> {
    return this.serving ? this.model.question(text, this.serving) : undefined;
  }

  /** How far the vectors are; undefined when no model is named. */
  get progress(): MeaningProgress | undefined {
    const { name: model } = this.model;
    return model ? { model, serving: this.serving, ...this.counted } : undefined;
  }

  async onModuleDestroy(): Promise<void> {
    this.end.abort();
  }

  private async run(index: Embeddable, model: string): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (this.again && !this.end.signal.aborted) {
      this.again = false;
      try {
        await this.round(index, model);
        pause = FIRST_PAUSE_MS;
      } catch (error) {
        if (this.end.signal.aborted) return;
        this.logger.warn(
          `Tried again in ${pause / 1000} s, words serve meanwhile: ${wording(error)}`,
        );
        this.again = true;
        await setTimeout(pause, undefined, { ref: false, signal: this.end.signal }).catch(() => 0);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
    }
  }

  private async round(index: Embeddable, model: string): Promise<void> {
    const counting = setInterval(() => void this.count(index).catch(() => 0), 1000).unref();
    try {
      const { embedded: before } = await this.count(index);
      this.serving ??= await this.begun(index, (await this.embedder.predecessor(model)) ?? model);
      await this.embedder.complete(index, model, this.serving !== model);
      if (this.serving !== model) this.serving = await this.begun(index, model);
      await this.embedder.tidy(index, model, !this.tidied);
      this.tidied = true;
      const { passages, embedded } = await this.count(index);
      if (embedded !== before) this.logger.log(`${embedded} of ${passages} passages, by ${model}.`);
    } finally {
      clearInterval(counting);
    }
  }

  private async begun(index: Embeddable, model: string): Promise<string> {
    // Until then questions would be embedded by another model than the passages.
    this.serving = undefined;
    await this.embedder.begin(index, model);
    return model;
  }

  private async count(index: Embeddable) {
    this.counted = await index.progress();
    embeddings.set({ of: 'passages' }, this.counted.passages);
    embeddings.set({ of: 'embedded' }, this.counted.embedded);
    return this.counted;
  }
}
