import {
  charactersOf,
  type DocumentHead,
  documentOf,
  type GivenDocument,
  isSame,
  type KnowledgeDocument,
} from '../../../../src/knowledge/documents/document.js';
import {
  DocumentRepository,
  type Put,
} from '../../../../src/knowledge/documents/document.repository.js';

/** A document of a title and a text, named by its title. */
export function aDocument(
  title: string,
  text: string,
  more: Partial<KnowledgeDocument> = {},
): KnowledgeDocument {
  const given: GivenDocument = { name: title, title, text, format: 'markdown', ...more };
  return { ...documentOf(given, more.createdAt ?? 0), ...more };
}

/** Documents in memory. */
export class MemoryDocuments extends DocumentRepository {
  changes = 0;
  /** How many documents were read with their texts. */
  reads = 0;
  away = false;

  constructor(private kept: KnowledgeDocument[] = []) {
    super();
  }

  async put(document: KnowledgeDocument): Promise<Put> {
    const at = this.kept.findIndex(({ name }) => name === document.name);
    const kept = this.kept[at];
    if (kept && isSame(head(kept), document)) return { head: head(kept), outcome: 'unchanged' };
    this.changes++;
    if (!kept) this.kept.push(document);
    else this.kept[at] = { ...document, id: kept.id, createdAt: kept.createdAt };
    return { head: head(this.kept.at(at)!), outcome: kept ? 'replaced' : 'new' };
  }
  async addIfNone() {
    return false;
  }
  async list() {
    return this.kept.map(head);
  }
  async page() {
    return { documents: this.kept.map(head), next: null };
  }
  async find(id: string) {
    this.reads++;
    return this.kept.find((document) => document.id === id);
  }
  async remove(id: string) {
    this.kept = this.kept.filter((document) => document.id !== id);
    this.changes++;
    return true;
  }
  async version() {
    if (this.away) throw new Error('away');
    return this.changes;
  }
}

function head({ text, ...rest }: KnowledgeDocument): DocumentHead {
  return { ...rest, characters: charactersOf(text) };
}
