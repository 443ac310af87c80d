import { setImmediate } from 'node:timers/promises';
import { chunk, type Chunk } from './chunker.js';
import type { LineId } from '../../config/lines/line.js';
import { type KnowledgeDocument, lineOf } from '../documents/document.js';
import { joined, type Meant } from './joined.js';
import { isFor, ownHeading, type Passage } from './passage.js';
import { mainLanguage, WordIndex } from './word-index.js';
import { MeaningIndex } from '../meaning/meaning-index.js';
import type { Vectors } from '../meaning/vectors.js';
import { windowsOf } from '../meaning/windows.js';
import type { Language } from '../../language/language.js';
import type { SearchLanguage } from '../../language/search/search-languages.js';
import type { Mended } from '../../language/spelling/mend.js';
import { readLine } from '../../markdown/read.js';

/** Passages found by words that are compared with those found by meaning. */
const CANDIDATES = 100;
/** Passages that are indexed before searches may run. */
const AT_ONCE = 10;
/** Passages of documents that are being put may be among those found, and are left out then. */
const SPARE = 50;

/** A document in the index. Its passages are known by its key, which each `put` makes anew. */
interface Indexed {
  key: string;
  line?: LineId;
  title: string;
  language: SearchLanguage;
  passages: string[];
}

/** Holds the passages of all documents in memory. */
export class KnowledgeIndex {
  private readonly words = new WordIndex();
  private readonly known = new Map<string, Indexed>();
  /** Of the passages that are for one line alone: for which. */
  private readonly lines = new Map<string, LineId>();
  /** The passages by their vectors, which an `Embedder` gives. */
  readonly meaning = new MeaningIndex((id) => this.textsOf(id));
  private puts = 0;

  /** The ids of the documents in the index. */
  get documents(): string[] {
    return [...this.known.keys()];
  }

  /** The titles of the documents in a language. */
  titles(language: Language, line?: LineId): string[] {
    return this.documentsIn(language, line).map((id) => this.known.get(id)!.title);
  }

  /** The ids of the documents in a language. */
  documentsIn(language: Language, line?: LineId): string[] {
    const found = (id: string) => {
      const one = this.known.get(id)!;
      return one.language === language && isFor(one, line);
    };
    return this.documents.filter(found);
  }

  /**
   * Cuts a document into passages and indexes them, with pauses for searches. Those find the
   * document as it was before until all of it is there. Returns how many passages it has.
   */
  async put(document: KnowledgeDocument): Promise<number> {
    const { id, text, format } = document;
    const title = format === 'markdown' ? readLine(document.title) : document.title;
    const language = mainLanguage(title, text);
    const line = lineOf(document);
    const key = `${id}@${this.puts++}`;
    const indexed: Indexed = { key, title, language, passages: [], ...(line && { line }) };
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
    { key, line, title, language, passages }: Indexed,
    { headings, page, text }: Chunk,
  ): void {
    const section = headings.filter((heading) => heading !== title).join(' > ');
    const position = passages.length;
    const id = idOf({ documentId: key, position });
    this.words.add({ id, line, documentId: key, title, section, position, page, text }, language);
    if (line) this.lines.set(id, line);
    this.meaning.add(id);
    passages.push(id);
  }

  /** Removes a document's passages; does nothing for an unknown document. */
  remove(documentId: string): void {
    const indexed = this.known.get(documentId);
    if (indexed) this.forget(indexed);
    this.known.delete(documentId);
  }

  private forget({ passages }: Indexed): void {
    for (const id of passages) {
      this.words.remove(id);
      this.lines.delete(id);
      this.meaning.remove(id);
    }
  }

  /** All passages of a document, in order. */
  passages(documentId: string): Passage[] {
    const ids = this.known.get(documentId)?.passages ?? [];
    return ids.map((id) => ({ ...this.passageOf(id), documentId }));
  }

  /**
   * The best passages for a line, best first; those in `language` rank above others that say the same.
   * With the question's vector they are found by meaning, too.
   */
  search(
    query: string,
    limit: number,
    language?: Language,
    vector?: Vectors,
    line?: LineId,
  ): Passage[] {
    const words = this.words.search(query, Math.max(limit + SPARE, CANDIDATES), language, line);
    const found = vector ? this.byMeaning(vector, words, limit + SPARE, language, line) : words;
    for (const of of found) of.evidence.foreign = this.isForeign(idOf(of), language);
    return this.whole(found).slice(0, limit);
  }

  /** A question with its misspelt words as they were meant; the documents' own words stay. */
  mended(query: string, language?: Language, line?: LineId): Mended {
    return this.words.mended(query, language, line);
  }

  private byMeaning(
    vector: Vectors,
    found: Passage[],
    most: number,
    language?: Language,
    line?: LineId,
  ): Passage[] {
    const isForLine = (id: string) => isFor({ line: this.lines.get(id) }, line);
    const isMeant = this.lines.size ? isForLine : undefined;
    const words = new Map(found.map((of) => [idOf(of), of]));
    const meant: Meant = {
      ...this.meaning.nearest(vector, [...words.keys()], isMeant),
      passageOf: (id) => this.passageOf(id),
      windowOf: (passage, at) => windowsOf(passage.text, headingOf(passage))[at],
      isForeign: (id) => this.isForeign(id, language),
    };
    return joined(words, meant, most);
  }

  private isForeign(id: string, language?: Language): boolean {
    return language !== undefined && language !== this.words.language(id);
  }

  private passageOf(id: string): Passage {
    return this.words.get(id)!;
  }

  /** Leaves out what is being put, and gives the others the id of their document. */
  private whole(found: Passage[]): Passage[] {
    return found.flatMap((passage) => {
      const documentId = passage.documentId.replace(/@\d+$/, '');
      const isWhole = this.known.get(documentId)?.key === passage.documentId;
      return isWhole ? [{ ...passage, documentId }] : [];
    });
  }

  /** The texts of a passage that are embedded: the whole, and its windows. */
  private textsOf(id: string): string[] {
    const passage = this.passageOf(id);
    const headings = [passage.title, passage.section].filter(Boolean).join(' > ');
    return [`${headings}\n${passage.text}`, ...windowsOf(passage.text, headingOf(passage))];
  }
}

function idOf({ documentId, position }: Pick<Passage, 'documentId' | 'position'>): string {
  return `${documentId}#${position}`;
}

/** The innermost heading above a passage. */
function headingOf({ title, section }: Passage): string {
  return ownHeading(section) || title;
}
