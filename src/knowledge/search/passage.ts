import { DEFAULT_LINE, type LineId } from '../../config/lines/line.js';

/** A part of a document, and its place there. */
export interface Placed {
  documentId: string;
  /** The document's title. */
  title: string;
  /** The headings above it, outermost first, joined by " > "; empty at a document's top. */
  section: string;
  /** The passage's place among those of its document, from 0. */
  position: number;
  /** The page of the document, from 1, where it has pages. */
  page?: number;
  /** The passage's text: what stands in the document, without what only a parser reads. */
  text: string;
}

/** A passage in the form in which it is indexed. */
export interface IndexedChunk extends Placed {
  /** Unique among all passages. */
  id: string;
  /** The line that it is for alone. */
  line?: LineId;
}

/** What is kept of a passage in the index of its language. */
export interface Entry extends IndexedChunk {
  /** Its title and headings, with what they stand for. */
  headings: string;
}

/** A part of a document that a search found. */
export interface Passage extends Placed {
  /** Ranks the passages of one search; scores of different searches can't be compared. */
  score: number;
  /** The share of the question's words that the passage has, from 0 to 1; rare words weigh more. */
  coverage: number;
  /** How sure it is, from 0 to 1, that the passage answers the question: see `ENOUGH`. */
  relevance: number;
  evidence: Evidence;
}

/** A passage below this relevance is no evidence: no prompt and no customer sees it. */
export const ENOUGH = 0.45;
/** A passage with so large a share of a question's words (`coverage`) has enough of it. */
export const COVERED = 0.65;

/** Why a passage was found. */
export interface Evidence {
  /** BM25 on the words. */
  words: number;
  /** The question's terms that the passage has. */
  matched: Match[];
  /** The question's terms that it doesn't have. */
  missing: AskedTerm[];
  /** The cosine of the best window's vector, where there are embeddings. */
  meaning?: number;
  /** The window of one to two sentences that comes nearest to the question. */
  window?: string;
  /** It is in another language than the question, and ranks lower for it. */
  foreign?: boolean;
  /** The share of what the question tells, by its language alone: comparable between languages. */
  share?: number;
  /** It is in another language, and has more of the question than all that is in the question's own. */
  only?: boolean;
  /** What the rerank endpoint gave, where there is one. */
  rerank?: number;
}

/** A term of the question in the form in which it is indexed; rare ones weigh more. */
export interface AskedTerm {
  term: string;
  weight: number;
}

/** What some terms of a question weigh together. */
export function weightOf(terms: AskedTerm[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** A term of the question, and the passage's term that stands for it. */
export interface Match extends AskedTerm {
  found: string;
  by: 'word' | 'translation' | 'synonym' | 'typo';
}

/** Whether what is for one line, or for all, is for this one; undefined: the default line. */
export function isFor(of: { line?: LineId }, line: LineId = DEFAULT_LINE): boolean {
  return of.line === undefined || of.line === line;
}

/** The innermost of the headings above a passage; empty at a document's top. */
export function ownHeading(section: string): string {
  return section.split(' > ').at(-1)!;
}
