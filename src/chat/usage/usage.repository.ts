/** Costs are added up as whole billionths: sums of binary fractions would drift. */
export const BILLION = 1_000_000_000;

/** What was used, by one thing or in all. Costs are in billionths of the prices' currency. */
export interface Use {
  /** Tokens of chat models, in and out. */
  tokens: number;
  /** Messages that were sent and have a price. */
  messages: number;
  modelCost: number;
  messageCost: number;
}

/** What one sender used on a day. */
export interface SenderUse {
  tokens: number;
  /** Of models and messages together, in billionths. */
  cost: number;
}

/** What was used on a day, and in its month. */
export interface Used {
  /** In the conversation, on the day. */
  sender: SenderUse;
  /** In all conversations, those that were erased since among them. */
  day: Use;
  month: Use;
}

/**
 * Counts what is used, for all nodes: in all by the day and the month, and by the conversation. The
 * latter counts are moved when conversations are merged, and erased with them; only the latest day of
 * each is kept. Of the sums, this month's and the last one's.
 */
export abstract class UsageRepository {
  /** What was used on a day (`2026-11-28`, of the business's time zone) and in its month. */
  abstract usedOn(day: string, conversationId?: string): Promise<Used>;

  /**
   * Adds what was used, and returns the sums then: each of several calls at once learns its own. For a
   * conversation that isn't there (any more) only the sums of all are raised.
   */
  abstract add(day: string, conversationId: string, use: Partial<Use>): Promise<Used>;
}

export const NOTHING_USED: Readonly<Use> = { tokens: 0, messages: 0, modelCost: 0, messageCost: 0 };

/** Both together. */
export function plus(a: Use, b: Partial<Use>): Use {
  return {
    tokens: a.tokens + (b.tokens ?? 0),
    messages: a.messages + (b.messages ?? 0),
    modelCost: a.modelCost + (b.modelCost ?? 0),
    messageCost: a.messageCost + (b.messageCost ?? 0),
  };
}

/** What it cost in all, in billionths. */
export function costOf({ modelCost = 0, messageCost = 0 }: Partial<Use>): number {
  return modelCost + messageCost;
}

/** The month of a day: `2026-11`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** From which period on sums are kept: the month before a day's, which is before all of its days. */
export function keptFrom(day: string): string {
  const [year, month] = day.split('-').map(Number);
  const [of, at] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${of}-${String(at).padStart(2, '0')}`;
}
