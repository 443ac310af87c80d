import {
  costOf,
  monthOf,
  NOTHING_USED,
  plus,
  UsageRepository,
  type Use,
  type Used,
} from '../../../../src/chat/usage/usage.repository.js';

/** Counts of what is used in memory. */
export class MemoryUsage extends UsageRepository {
  readonly sums = new Map<string, Use>();

  /** The tokens by the day, and by the day and the conversation. */
  get counts(): Map<string, number> {
    const days = [...this.sums].filter(([key]) => key.length > 7);
    return new Map(days.map(([key, { tokens }]) => [key, tokens]));
  }

  async usedOn(day: string, conversationId?: string): Promise<Used> {
    const of = (key: string) => this.sums.get(key) ?? NOTHING_USED;
    const sender = of(`${day} ${conversationId}`);
    return {
      sender: { tokens: sender.tokens, cost: costOf(sender) },
      day: of(day),
      month: of(monthOf(day)),
    };
  }

  async add(day: string, conversationId: string, use: Partial<Use>): Promise<Used> {
    for (const key of [day, `${day} ${conversationId}`, monthOf(day)])
      this.sums.set(key, plus(this.sums.get(key) ?? NOTHING_USED, use));
    return this.usedOn(day, conversationId);
  }
}
