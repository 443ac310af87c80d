import { Injectable } from '@nestjs/common';
import { fetchable } from '../../egress/address.js';
import { Egress, type Fetched } from '../../egress/egress.js';
import { DocumentView } from '../documents/document.dto.js';
import { KnowledgeService } from '../knowledge.service.js';
import { Reading, type ReadFile } from '../reading/reading.js';
import { pageProblem, wrongType } from './page.problem.js';

/** What a page may be: a server knows its types better than an address shows them. */
const TYPES = new RegExp(
  '^(text/(html|plain|(x-)?markdown|csv|tab-separated-values)' +
    '|application/(xhtml\\+xml|pdf|octet-stream|vnd\\.openxmlformats-[\\w.-]+)' +
    '|image/(png|jpe?g|webp|tiff|bmp|gif))?\\s*(;|$)',
  'i',
);

/** Characters of a document's title. */
const TITLE_LIMIT = 200;

/** Fetches pages of the web and makes documents of them. */
@Injectable()
export class WebPagesService {
  constructor(
    private readonly egress: Egress,
    private readonly reading: Reading,
    private readonly knowledge: KnowledgeService,
  ) {}

  /**
   * Keeps what a page says, under its address; `gone` ends it when nobody waits any more. Throws a
   * `Problem`: 400 for an address that isn't fetched from or a page that can't be read, 413 and 415
   * for a page that is too large or of another type, 502 for one that can't be had.
   */
  async put(address: string, gone?: AbortSignal): Promise<{ view: DocumentView; isNew: boolean }> {
    try {
      const url = fetchable(address).href;
      const page = await this.egress.get(url, gone);
      return await this.keep(url, await this.read(page));
    } catch (error) {
      throw pageProblem(error);
    }
  }

  private read({ url, contentType, bytes }: Fetched): Promise<ReadFile> {
    if (!TYPES.test(contentType)) throw wrongType(contentType);
    return this.reading.read({ name: url, bytes, contentType });
  }

  private async keep(url: string, { title = url, text, format }: ReadFile) {
    const head = title.slice(0, TITLE_LIMIT);
    const { document, chunks, isNew } = await this.knowledge.add(head, text, format);
    return { view: DocumentView.of(document, chunks), isNew };
  }
}
