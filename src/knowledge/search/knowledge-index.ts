import { setImmediate } from 'node:timers/promises';
import { chunk } from './chunker.js';
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
/** Passages that are indexed before other work in the process may run. */
const AT_ONCE = 10;

/** Holds the passages of all documents in memory, in one index for each language. */
export class KnowledgeIndex {
  private readonly indexes = ofEach((_, language) => new LanguageIndex(language));
  private readonly chunks = new Map<string, { id: string; language: Language }[]>();
  private readonly about = new Map<string, { title: string; language: Language }>();

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
    const main = languageOf(`${title}\n${text.slice(0, 20_000)}`);
    const entries: { id: string; language: Language }[] = [];
    this.chunks.set(documentId, entries);
    this.about.set(documentId, { title, language: main });
    for (const { headings, text: part } of chunk(text, format)) {
      const section = headings.filter((heading) => heading !== title).join(' > ');
      const language = guessLanguage(`${section}\n${part}`) ?? main;
      const position = entries.length;
      const id = `${documentId}#${position}`;
      this.indexes[language].add({ id, documentId, title, section, position, text: part });
      if (entries.push({ id, language }) % AT_ONCE === 0) await setImmediate();
    }
  }

  /** Removes a document's passages; does nothing for an unknown document. */
  remove(documentId: string): void {
    for (const { id, language } of this.chunks.get(documentId) ?? []) {
      this.indexes[language].remove(id);
    }
    this.chunks.delete(documentId);
    this.about.delete(documentId);
  }

  /** All passages of a document, in order. */
  passages(documentId: string): Passage[] {
    const parts = this.chunks.get(documentId) ?? [];
    return parts.map(({ id, language }) => this.indexes[language].get(id));
  }

  /** The best passages, best first; passages in `language` rank above those in other languages. */
  search(query: string, limit: number, language?: Language): Passage[] {
    const found = languages.flatMap((of) => {
      const factor = language && language !== of ? OTHER_LANGUAGE : 1;
      return this.indexes[of].search(query).map((p) => ({ ...p, score: p.score * factor }));
    });
    return found.sort((a, b) => b.score - a.score).slice(0, limit);
  }
}
