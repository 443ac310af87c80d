import type { Summary } from './summary.js';

/** Keeps one summary for each conversation. It is erased with the conversation. */
export abstract class SummaryRepository {
  /** The summary of a conversation; null where there is none. */
  abstract find(conversationId: string): Promise<Summary | null>;

  /**
   * Keeps a summary in the place of the former one, unless that covers more. Nothing is kept for a
   * conversation that was erased or merged into another meanwhile.
   */
  abstract keep(conversationId: string, summary: Summary): Promise<void>;
}
