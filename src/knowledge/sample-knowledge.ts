import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Endpoints } from '../config/endpoints.js';
import { isStorageFailure } from '../storage/storage.error.js';
import { documentOf, type KnowledgeDocument } from './documents/document.js';
import { DocumentReader } from './documents/document.reader.js';
import { DocumentRepository } from './documents/document.repository.js';

/** The same path leads there from src/knowledge and from dist/knowledge. */
const FOLDER = fileURLToPath(new URL('../../samples/', import.meta.url));

/** Milliseconds after which a store that was away is tried again. */
const RETRY_MS = 1000;

/** Loads the documents of an invented shop, so that simulator mode can answer from something. */
@Injectable()
export class SampleKnowledge implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(SampleKnowledge.name);
  private retry?: NodeJS.Timeout;
  private warned = false;

  constructor(
    private readonly endpoints: Endpoints,
    private readonly documents: DocumentRepository,
    private readonly reader: DocumentReader,
    private readonly clock: Clock,
  ) {}

  /** Loads the samples in simulator mode, if the store has no documents. */
  async onModuleInit(): Promise<void> {
    if (this.endpoints.simulator) await this.load();
  }

  /** Ends the retries. */
  onModuleDestroy(): void {
    clearTimeout(this.retry);
  }

  private async load(): Promise<void> {
    try {
      const samples = await readSamples(this.reader, this.clock.now());
      const added = await this.documents.addIfNone(samples);
      if (added) this.logger.log(`Sample knowledge loaded: ${samples.length} documents`);
    } catch (error) {
      this.warnOnce(error as Error);
      if (isStorageFailure(error))
        this.retry = setTimeout(() => void this.load(), RETRY_MS).unref();
    }
  }

  /** Logs one warning, however long the store is away. */
  private warnOnce(error: Error): void {
    if (this.warned) return;
    this.warned = true;
    const when = isStorageFailure(error) ? 'once the store is there' : 'at the next start';
    this.logger.warn(`The sample knowledge is loaded ${when}: ${error.message}`);
  }
}

/** All documents under `samples/`, named by their paths there, such as `es/precios.md`. */
export async function readSamples(
  reader: DocumentReader,
  now: number,
  folder = FOLDER,
): Promise<KnowledgeDocument[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'));
  return Promise.all(
    files.sort().map(async (name) => {
      const bytes = await readFile(`${folder}/${name}`);
      return documentOf(await reader.read({ file: { name, bytes }, name }), now);
    }),
  );
}
