import { Injectable } from '@nestjs/common';
import { paged, type Page } from '../../http/page.js';
import { KnowledgeService } from '../knowledge.service.js';
import { DocumentPage, DocumentView, PutDocument, WholeDocument } from './document.dto.js';
import type { GivenDocument } from './document.js';
import { unknownDocument } from './document.problem.js';
import { DocumentReader, withoutFrontMatter } from './document.reader.js';
import { type NewDocument, UploadedDocument } from './new-document.dto.js';

/** Serves the documents in the API's form. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly reader: DocumentReader,
    private readonly knowledge: KnowledgeService,
  ) {}

  /**
   * Keeps a document under its name. Throws a `Problem`: 413 or 415 for a file that is too large or
   * of another type, 400 for one that can't be read.
   */
  async add(given: NewDocument | UploadedDocument): Promise<PutDocument> {
    const read = given instanceof UploadedDocument ? await this.readFile(given) : textOf(given);
    const { document, chunks, outcome } = await this.knowledge.put(read);
    return PutDocument.put(document, chunks, outcome);
  }

  private async readFile({ file, name, title, line }: UploadedDocument): Promise<GivenDocument> {
    const { originalname, buffer: bytes, mimetype: contentType } = file;
    const given = { file: { name: originalname, bytes, contentType }, name, title };
    return { ...(await this.reader.read(given)), line };
  }

  /** A page of documents, oldest first. Throws a `BadCursor` for a cursor that no page gave. */
  async page({ limit, cursor }: Page): Promise<DocumentPage> {
    const { documents, next } = await this.knowledge.page(limit, cursor);
    const views = documents.map((head) => DocumentView.of(head, this.knowledge.chunksOf(head.id)));
    return paged(views, next);
  }

  /** A document with its text. Throws a `Problem` (404) when there is none of this id. */
  async one(id: string): Promise<WholeDocument> {
    const document = await this.knowledge.find(id);
    if (!document) throw unknownDocument();
    return WholeDocument.whole(document, this.knowledge.chunksOf(id));
  }

  /** Removes a document. Throws a `Problem` (404) when there is none of this id. */
  async remove(id: string): Promise<void> {
    if (!(await this.knowledge.remove(id))) throw unknownDocument();
  }
}

function textOf({ title, name = title, ...rest }: NewDocument): GivenDocument {
  return withoutFrontMatter({ name, title, ...rest });
}
