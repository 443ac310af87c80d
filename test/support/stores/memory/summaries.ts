import type { Summary } from '../../../../src/chat/messages/summary.js';
import { SummaryRepository } from '../../../../src/chat/messages/summary.repository.js';

/** Summaries in memory. */
export class MemorySummaries extends SummaryRepository {
  readonly kept = new Map<string, Summary>();
  async find(conversationId: string) {
    return this.kept.get(conversationId) ?? null;
  }
  async keep(conversationId: string, summary: Summary) {
    this.kept.set(conversationId, summary);
  }
}
