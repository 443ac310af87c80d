import { Injectable } from '@nestjs/common';
import { paged, type Page } from '../../http/page.js';
import { Problem } from '../../http/problems/problem.js';
import { type DocumentPage, DocumentView, WholeDocument } from './document.dto.js';
import { KnowledgeService } from '../knowledge.service.js';
import type { NewDocument } from './new-document.dto.js';

/** Serves the documents in the API's form. */
@Injectable()
export class DocumentsService {
  constructor(private readonly knowledge: KnowledgeService) {}

  /** Adds a document. One with the same title, text and format as another is not added again. */
  async add({ title, text, format }: NewDocument): Promise<{ view: DocumentView; isNew: boolean }> {
    const { document, chunks, isNew } = await this.knowledge.add(title, text, format);
    return { view: DocumentView.of(document, chunks), isNew };
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
    if (!document) throw unknown();
    return WholeDocument.whole(document, this.knowledge.chunksOf(id));
  }

  /** Removes a document. Throws a `Problem` (404) when there is none of this id. */
  async remove(id: string): Promise<void> {
    if (!(await this.knowledge.remove(id))) throw unknown();
  }
}

function unknown(): Problem {
  return new Problem(404, 'No such document', 'There is no document of this id.');
}
