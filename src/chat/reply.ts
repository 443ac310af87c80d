/** A passage that an answer was made from. */
export interface ReplySource {
  documentId: string;
  title: string;
  /** As it stands in the document. */
  quote: string;
  score: number;
}

/** What is said back, and how it came about. */
export interface Reply {
  /** Markdown. */
  text: string;
  /** Written by the model; quoted from the knowledge, without a model; or the fallback message. */
  mode: 'llm' | 'extractive' | 'fallback';
  sources: ReplySource[];
  /** Milliseconds: history_ms, retrieval_ms, model_ms as far as each was reached, and total_ms. */
  timings: Record<string, number>;
  /** With `fallback`: what failed, without secrets. */
  error?: string;
}
