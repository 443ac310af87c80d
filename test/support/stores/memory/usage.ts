import { type DayTokens, UsageRepository } from '../../../../src/chat/usage/usage.repository.js';

/** Counts of tokens in memory. */
export class MemoryUsage extends UsageRepository {
  readonly counts = new Map<string, number>();

  async usedOn(day: string, conversationId: string): Promise<DayTokens> {
    const of = (key: string) => this.counts.get(key) ?? 0;
    return { sender: of(`${day} ${conversationId}`), all: of(day) };
  }

  async add(day: string, conversationId: string, tokens: number): Promise<DayTokens> {
    for (const key of [day, `${day} ${conversationId}`])
      this.counts.set(key, (this.counts.get(key) ?? 0) + tokens);
    return this.usedOn(day, conversationId);
  }
}
