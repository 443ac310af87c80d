import { Injectable } from '@nestjs/common';
import { fetchable } from '../../egress/address.js';
import { Egress } from '../../egress/egress.js';
import { PutDocument } from '../documents/document.dto.js';
import { DocumentReader } from '../documents/document.reader.js';
import { KnowledgeService } from '../knowledge.service.js';
import { notHad, wrongType } from './page.problem.js';

/** What a page may be: a server knows its types better than an address shows them. */
const TYPES = new RegExp(
  '^(text/(html|plain|(x-)?markdown|csv|tab-separated-values)' +
    '|application/(xhtml\\+xml|pdf|octet-stream|vnd\\.openxmlformats-[\\w.-]+)' +
    '|image/(png|jpe?g|webp|tiff|bmp|gif))?\\s*(;|$)',
  'i',
);

/** Fetches pages of the web and makes documents of them. */
@Injectable()
export class WebPagesService {
  constructor(
    private readonly egress: Egress,
    private readonly reader: DocumentReader,
    private readonly knowledge: KnowledgeService,
  ) {}

  /**
   * Keeps what a page says, under its address; `gone` ends it when nobody waits any more. Throws a
   * `Problem`: 400 for an address that isn't fetched from or a page that can't be read, 413 and 415
   * for a page that is too large or of another type, 502 for one that can't be had.
   */
  async put(address: string, gone?: AbortSignal): Promise<PutDocument> {
    const { source, url, contentType, bytes } = await this.fetch(address, gone);
    if (!TYPES.test(contentType)) throw wrongType(contentType);
    const file = { name: url, bytes, contentType };
    const given = await this.reader.read({ file, name: source, source }, 'url');
    const { document, chunks, outcome } = await this.knowledge.put(given);
    return PutDocument.put(document, chunks, outcome);
  }

  private async fetch(address: string, gone?: AbortSignal) {
    try {
      const source = fetchable(address).href;
      return { source, ...(await this.egress.get(source, { signal: gone })) };
    } catch (error) {
      throw notHad(error);
    }
  }
}
