import type { DocumentHead, KnowledgeDocument, Outcome } from './document.js';

/** A page of documents, and the cursor for the next one. */
export interface DocumentHeads {
  documents: DocumentHead[];
  next: string | null;
}

/** A document as it is kept now, and what became of the one that was given. */
export interface Put {
  head: DocumentHead;
  outcome: Outcome;
}

/** Keeps the business's documents. Every change raises `version` in the same transaction. */
export abstract class DocumentRepository {
  /**
   * Keeps a document under its name. What has the name already is replaced in one transaction, and
   * keeps its id, its time and its place in the list; the same content again changes nothing.
   */
  abstract put(document: KnowledgeDocument): Promise<Put>;

  /** Adds all documents if there is none yet; returns whether it did. */
  abstract addIfNone(documents: KnowledgeDocument[]): Promise<boolean>;

  /** All documents without their texts, oldest first. */
  abstract list(): Promise<DocumentHead[]>;

  /**
   * A page of documents, oldest first. Without `cursor` it is the first page. Throws a `BadCursor`
   * for a cursor that no page gave.
   */
  abstract page(limit: number, cursor?: string): Promise<DocumentHeads>;

  /** The document of an id; undefined when there is none. */
  abstract find(id: string): Promise<KnowledgeDocument | undefined>;

  /** Removes a document; returns whether it was there. */
  abstract remove(id: string): Promise<boolean>;

  /** A number that grows with every change on any node. It is read about once a second. */
  abstract version(): Promise<number>;
}
