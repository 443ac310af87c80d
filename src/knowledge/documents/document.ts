import { createHash } from 'node:crypto';

/** The format of a document's text. */
export type Format = 'markdown' | 'text';

/** A document as the business gave it. It never changes: a new text is a new document. */
export interface KnowledgeDocument {
  /** Made from the content: see `documentId`. */
  id: string;
  /** Shown above quotes, and searched like the text. */
  title: string;
  text: string;
  format: Format;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** A document without its text. */
export type DocumentHead = Omit<KnowledgeDocument, 'text'>;

/** A document's id is made from its content, so that a document given twice is kept once. */
export function documentId({ title, text, format }: Omit<KnowledgeDocument, 'id'>): string {
  return uuidOf(JSON.stringify([format, title, text]));
}

/** A UUID that is the same for the same content (RFC 9562, version 8). */
export function uuidOf(content: string): string {
  const hash = createHash('sha256').update(content).digest('hex');
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
