import type { DocumentHead, KnowledgeDocument } from './document.js';

/** The business's documents. Every change raises `version` in the same transaction. */
export abstract class DocumentRepository {
  abstract add(document: KnowledgeDocument): Promise<void>;

  /** Adds all of them when there is no document yet; says whether it did. */
  abstract addIfNone(documents: KnowledgeDocument[]): Promise<boolean>;

  /** All of them, oldest first. */
  abstract list(): Promise<DocumentHead[]>;

  abstract find(id: string): Promise<KnowledgeDocument | undefined>;

  /** Says whether it was there. */
  abstract remove(id: string): Promise<boolean>;

  /** Grows with every change, whichever node made it. Cheap: asked about once a second. */
  abstract version(): Promise<number>;
}
