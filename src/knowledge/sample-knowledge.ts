import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Endpoints } from '../config/endpoints.js';
import { isStorageFailure } from '../storage/storage.error.js';
import { type KnowledgeDocument, uuidOf } from './documents/document.js';
import { DocumentRepository } from './documents/document.repository.js';

/** From src/knowledge and from dist/knowledge alike. */
const FOLDER = fileURLToPath(new URL('../../samples/', import.meta.url));

/** Milliseconds after which a store that was away is tried again. */
const AGAIN = 1000;

/** A made-up shop's documents, so that simulator mode has something to answer from. */
@Injectable()
export class SampleKnowledge implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(SampleKnowledge.name);
  private again?: NodeJS.Timeout;
  private told = false;

  constructor(
    private readonly endpoints: Endpoints,
    private readonly documents: DocumentRepository,
    private readonly clock: Clock,
  ) {}

  /** In simulator mode only, and only into a store without documents. */
  async onModuleInit(): Promise<void> {
    if (this.endpoints.simulator) await this.load();
  }

  onModuleDestroy(): void {
    clearTimeout(this.again);
  }

  private async load(): Promise<void> {
    try {
      const samples = await readSamples(this.clock.now());
      const added = await this.documents.addIfNone(samples);
      if (added) this.logger.log(`Sample knowledge loaded: ${samples.length} documents`);
    } catch (error) {
      this.tell(error as Error);
      if (isStorageFailure(error)) this.again = setTimeout(() => void this.load(), AGAIN).unref();
    }
  }

  /** Once, however long the store is away. */
  private tell(error: Error): void {
    if (this.told) return;
    this.told = true;
    const when = isStorageFailure(error) ? 'once the store is there' : 'at the next start';
    this.logger.warn(`The sample knowledge is loaded ${when}: ${error.message}`);
  }
}

/** Everything under `samples/`; a file always gets the same id. */
export async function readSamples(now: number, folder = FOLDER): Promise<KnowledgeDocument[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'));
  return Promise.all(
    files.sort().map(async (file) => {
      const text = await readFile(`${folder}/${file}`, 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1] ?? file;
      return { id: uuidOf(`sample/${file}`), title, text, format: 'markdown', createdAt: now };
    }),
  );
}
