/** How a document's text is written. */
export type Format = 'markdown' | 'text';

/** A document as its owner gave it. It never changes: a new text is a new document. */
export interface KnowledgeDocument {
  id: string;
  title: string;
  text: string;
  format: Format;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** A document without its text. */
export type DocumentHead = Omit<KnowledgeDocument, 'text'>;
