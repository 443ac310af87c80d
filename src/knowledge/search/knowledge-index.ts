import { setImmediate } from 'node:timers/promises';
import { chunk } from './chunker.js';
import type { KnowledgeDocument } from '../documents/document.js';
import type { Passage } from './passage.js';
import { mainLanguage, WordIndex } from './word-index.js';
import type { Language } from '../../language/language.js';
import type { SearchLanguage } from '../../language/search/search-languages.js';
import { readLine } from '../../markdown/read.js';

/** Passages that are indexed before other work in the process may run. */
const AT_ONCE = 10;

/** Holds the passages of all documents in memory. */
export class KnowledgeIndex {
  private readonly words = new WordIndex();
  private readonly chunks = new Map<string, string[]>();
  private readonly about = new Map<string, { title: string; language: SearchLanguage }>();

  /** The ids of the documents in the index. */
  get documents(): string[] {
    return [...this.chunks.keys()];
  }

  /** How many passages a document has. */
  size(documentId: string): number {
    return this.chunks.get(documentId)?.length ?? 0;
  }

  /** The titles of the documents in a language. */
  titles(language: Language): string[] {
    const titles = [...this.about.values()].filter((about) => about.language === language);
    return titles.map(({ title }) => title);
  }

  /** Cuts a document into passages and indexes them, with pauses for other work. */
  async add(document: KnowledgeDocument): Promise<void> {
    const { id: documentId, text, format } = document;
    const title = format === 'markdown' ? readLine(document.title) : document.title;
    const main = mainLanguage(title, text);
    const ids: string[] = [];
    this.chunks.set(documentId, ids);
    this.about.set(documentId, { title, language: main });
    for (const { headings, page, text: part } of chunk(text, format)) {
      const section = headings.filter((heading) => heading !== title).join(' > ');
      const position = ids.length;
      const id = `${documentId}#${position}`;
      this.words.add({ id, documentId, title, section, position, page, text: part }, main);
      if (ids.push(id) % AT_ONCE === 0) await setImmediate();
    }
  }

  /** Removes a document's passages; does nothing for an unknown document. */
  remove(documentId: string): void {
    for (const id of this.chunks.get(documentId) ?? []) this.words.remove(id);
    this.chunks.delete(documentId);
    this.about.delete(documentId);
  }

  /** All passages of a document, in order. */
  passages(documentId: string): Passage[] {
    return (this.chunks.get(documentId) ?? []).map((id) => this.words.get(id)!);
  }

  /** The best passages, best first; passages in `language` rank above those in other languages. */
  search(query: string, limit: number, language?: Language): Passage[] {
    return this.words.search(query, limit, language);
  }
}
