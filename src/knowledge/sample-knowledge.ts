import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Endpoints } from '../config/endpoints.js';
import type { KnowledgeDocument } from './document.js';
import { uuidOf } from './document-id.js';
import { DocumentRepository } from './document.repository.js';

/** From src/knowledge and from dist/knowledge alike. */
const FOLDER = fileURLToPath(new URL('../../samples/', import.meta.url));

/** A made-up shop's documents, so that simulator mode has something to answer from. */
@Injectable()
export class SampleKnowledge implements OnModuleInit {
  private readonly logger = new Logger(SampleKnowledge.name);

  constructor(
    private readonly endpoints: Endpoints,
    private readonly documents: DocumentRepository,
    private readonly clock: Clock,
  ) {}

  /** In simulator mode only, and only into a store without documents. */
  async onModuleInit(): Promise<void> {
    if (!this.endpoints.simulator) return;
    try {
      const samples = await readSamples(this.clock.now());
      const added = await this.documents.addIfNone(samples);
      if (added) this.logger.log(`Sample knowledge loaded: ${samples.length} documents`);
    } catch (error) {
      this.logger.warn(
        `The sample knowledge wasn't loaded: ${(error as Error).message} Start again to load it.`,
      );
    }
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
