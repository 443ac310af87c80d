import { setImmediate } from 'node:timers/promises';
import { chunk, type Chunk } from './chunker.js';
import type { KnowledgeDocument } from '../documents/document.js';
import { LanguageIndex } from './language-index.js';
import type { Passage } from './passage.js';
import {
  guessLanguage,
  type Language,
  languageOf,
  languages,
  ofEach,
} from '../../language/language.js';
import { readLine } from '../../markdown/read.js';

/** Factor for the score of passages in another language than the question's: they come last. */
const OTHER_LANGUAGE = 0.25;
/** Passages that are indexed before searches may run. */
const AT_ONCE = 10;

/** A document in the index. Its passages are known by its key, which each `put` makes anew. */
interface Indexed {
  key: string;
  title: string;
  language: Language;
  passages: { id: string; language: Language }[];
}

/** Holds the passages of all documents in memory, in one index for each language. */
export class KnowledgeIndex {
  private readonly indexes = ofEach((_, language) => new LanguageIndex(language));
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
    const language = languageOf(`${title}\n${text.slice(0, 20_000)}`);
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
    { key, title, language: main, passages }: Indexed,
    { headings, text }: Chunk,
  ): void {
    const section = headings.filter((heading) => heading !== title).join(' > ');
    const language = guessLanguage(`${section}\n${text}`) ?? main;
    const position = passages.length;
    const id = `${key}#${position}`;
    this.indexes[language].add({ id, documentId: key, title, section, position, text });
    passages.push({ id, language });
  }

  /** Removes a document's passages; does nothing for an unknown document. */
  remove(documentId: string): void {
    const indexed = this.known.get(documentId);
    if (indexed) this.forget(indexed);
    this.known.delete(documentId);
  }

  private forget({ passages }: Indexed): void {
    for (const { id, language } of passages) this.indexes[language].remove(id);
  }

  /** All passages of a passage's document and section, in order: a table may have been cut. */
  section({ documentId, section }: Passage): Passage[] {
    const parts = this.known.get(documentId)?.passages ?? [];
    return parts
      .map(({ id, language }) => this.indexes[language].get(id)!)
      .filter((passage) => passage.section === section)
      .map((passage) => ({ ...passage, documentId }));
  }

  /** The best passages, best first; passages in `language` rank above those in other languages. */
  search(query: string, limit: number, language?: Language): Passage[] {
    const found = languages.flatMap((of) => {
      const factor = language && language !== of ? OTHER_LANGUAGE : 1;
      return this.whole(this.indexes[of].search(query)).map((p) => ({
        ...p,
        score: p.score * factor,
      }));
    });
    return found.sort((a, b) => b.score - a.score).slice(0, limit);
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
