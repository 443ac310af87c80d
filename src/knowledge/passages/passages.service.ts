import { Injectable } from '@nestjs/common';
import { partsOf } from '../../http/cursor.js';
import { paged, type Page } from '../../http/page.js';
import { unknownDocument } from '../documents/document.problem.js';
import { KnowledgeService } from '../knowledge.service.js';
import { type PassagePage, PassageView } from './passages.dto.js';

/** Serves the passages of a document in the API's form. */
@Injectable()
export class PassagesService {
  constructor(private readonly knowledge: KnowledgeService) {}

  /**
   * A page of a document's passages. A cursor is the place of the next one: where the document was
   * replaced meanwhile, the list goes on at the same place in the new one. Throws a `BadCursor` for a
   * cursor that no page gave, and a `Problem` (404) when there is no document of this id.
   */
  async page(id: string, { limit, cursor = '0' }: Page): Promise<PassagePage> {
    const from = Number(partsOf(cursor, /^(\d{1,7})$/)[0]);
    if (!(await this.knowledge.find(id))) throw unknownDocument();
    const all = await this.knowledge.passages(id);
    const end = from + limit;
    const items = all.slice(from, end).map((passage) => PassageView.of(passage));
    return { ...paged(items, end < all.length ? String(end) : null), total: all.length };
  }
}
