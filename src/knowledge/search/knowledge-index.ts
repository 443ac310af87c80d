import { setImmediate } from 'node:timers/promises';
import { chunk, type Chunk } from './chunker.js';
import type { KnowledgeDocument } from '../documents/document.js';
import type { Passage } from './passage.js';
import { mainLanguage, WordIndex } from './word-index.js';
import type { Language } from '../../language/language.js';
import type { SearchLanguage } from '../../language/search/search-languages.js';
import { readLine } from '../../markdown/read.js';

/** Passages that are indexed before searches may run. */
const AT_ONCE = 10;
/** Passages of documents that are being put may be among those found, and are left out then. */
const SPARE = 50;

/** A document in the index. Its passages are known by its key, which each `put` makes anew. */
interface Indexed {
  key: string;
  title: string;
  language: SearchLanguage;
  passages: string[];
}

/** Holds the passages of all documents in memory. */
export class KnowledgeIndex {
  private readonly words = new WordIndex();
  private readonly known = new Map<string, Indexed>();
  private puts = 0;

  /** The ids of the documents in the index. */
  get documents(): string[] {
    return [...this.known.keys()];
  }

  /** The titles of the documents in a language. */
  titles(language: Language): string[] {
    const titles = [...this.known.values()].filter((about) => about.language === language);
    return titles.map(({ title }) => title);
  }

  /**
   * Cuts a document into passages and indexes them, with pauses for searches. Those find the
   * document as it was before until all of it is there. Returns how many passages it has.
   */
  async put(document: KnowledgeDocument): Promise<number> {
    const { id, text, format } = document;
    const title = format === 'markdown' ? readLine(document.title) : document.title;
    const language = mainLanguage(title, text);
    const indexed: Indexed = { key: `${id}@${this.puts++}`, title, language, passages: [] };
    try {
      for (const each of chunk(text, format)) {
        this.index(indexed, each);
        if (indexed.passages.length % AT_ONCE === 0) await setImmediate();
      }
    } catch (error) {
      this.forget(indexed);
      throw error;
    }
    this.remove(id);
    this.known.set(id, indexed);
    return indexed.passages.length;
  }

  private index(
    { key, title, language, passages }: Indexed,
    { headings, page, text }: Chunk,
  ): void {
    const section = headings.filter((heading) => heading !== title).join(' > ');
    const position = passages.length;
    const id = `${key}#${position}`;
    this.words.add({ id, documentId: key, title, section, position, page, text }, language);
    passages.push(id);
  }

  /** Removes a document's passages; does nothing for an unknown document. */
  remove(documentId: string): void {
    const indexed = this.known.get(documentId);
    if (indexed) this.forget(indexed);
    this.known.delete(documentId);
  }

  private forget({ passages }: Indexed): void {
    for (const id of passages) this.words.remove(id);
  }

  /** All passages of a document, in order. */
  passages(documentId: string): Passage[] {
    const ids = this.known.get(documentId)?.passages ?? [];
    return ids.map((id) => ({ ...this.words.get(id)!, documentId }));
  }

  /** The best passages, best first; passages in `language` rank above those in other languages. */
  search(query: string, limit: number, language?: Language): Passage[] {
    return this.whole(this.words.search(query, limit + SPARE, language)).slice(0, limit);
  }

  /** Leaves out what is being put, and gives the others the id of their document. */
  private whole(found: Passage[]): Passage[] {
    return found.flatMap((passage) => {
      const documentId = passage.documentId.replace(/@\d+$/, '');
      const isWhole = this.known.get(documentId)?.key === passage.documentId;
      return isWhole ? [{ ...passage, documentId }] : [];
    });
  }
}
