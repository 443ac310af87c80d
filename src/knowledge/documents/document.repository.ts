import type { DocumentHead, KnowledgeDocument } from './document.js';

/** A page of documents, and the cursor for the next one. */
export interface DocumentHeads {
  documents: DocumentHead[];
  next: string | null;
}

/** The business's documents. Every change raises `version` in the same transaction. */
export abstract class DocumentRepository {
  /** Says whether it was new: an id that is there stays as it is. */
  abstract add(document: KnowledgeDocument): Promise<boolean>;

  /** Adds all of them when there is no document yet; says whether it did. */
  abstract addIfNone(documents: KnowledgeDocument[]): Promise<boolean>;

  /** All of them, oldest first. */
  abstract list(): Promise<DocumentHead[]>;

  /**
   * A page of them, oldest first. `cursor` is the one that the page before gave; another throws a
   * `BadCursor`.
   */
  abstract page(limit: number, cursor?: string): Promise<DocumentHeads>;

  abstract find(id: string): Promise<KnowledgeDocument | undefined>;

  /** Says whether it was there. */
  abstract remove(id: string): Promise<boolean>;

  /** Grows with every change, whichever node made it. Cheap: asked about once a second. */
  abstract version(): Promise<number>;
}
