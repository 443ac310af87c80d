/** A piece of a document that a search found. */
export interface Passage {
  documentId: string;
  /** The document's. */
  title: string;
  /** The headings above it, outermost first, joined by " > "; empty at a document's top. */
  section: string;
  /** Where it stands among its document's passages, from 0. */
  position: number;
  /** What stands in the document; of Markdown, without what only a parser reads. */
  text: string;
  /** Orders the passages of one search; says nothing across searches. */
  score: number;
  /** How much of what was asked it speaks of: 0 to 1, rare words weighing more. */
  coverage: number;
}
