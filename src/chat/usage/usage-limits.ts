import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { remembered } from '../../language/remembered.js';
import { type Limit, limitsOf, NEAR, spentOf } from './limit.js';
import { MessagePrices } from './message-prices.js';
import type { Spending } from './usage.js';
import { UsageRepository, type Use, type Used } from './usage.repository.js';

/** Why no model is asked: the tokens are used up, or a budget is spent. */
export type Over = 'token_limit' | 'budget';

/**
 * Counts what answers and messages use by the business's day and month, and says when a limit is
 * reached: of one conversation or of all. What has begun is ended, so that a limit is passed by what was
 * in work in all processes when it was reached, and no more.
 */
@Injectable()
export class UsageLimits {
  private readonly logger = new Logger('UsageLimits');

  constructor(
    private readonly used: UsageRepository,
    private readonly prices: MessagePrices,
    private readonly clock: Clock,
  ) {}

  /** What is used up for a conversation, a budget before tokens. Throws the store's error. */
  async reached(conversationId: string, config: BotConfig): Promise<Over | undefined> {
    const limits = limitsOf(config);
    if (!limits.length) return undefined;
    const used = await this.used.usedOn(this.today(config), conversationId);
    const over = limits.filter((limit) => spentOf(limit, used) >= limit.most);
    if (over.some(({ of }) => of === 'money')) return 'budget';
    return over.length ? 'token_limit' : undefined;
  }

  /** Counts what models used. It fails no one: the answer is made, and is worth more than its count. */
  async count({ tokens, cost }: Spending, conversationId: string, config: BotConfig) {
    if (tokens) await this.add({ tokens, modelCost: cost }, conversationId, config);
  }

  /** Counts a message that was sent to an address, where such a message has a price. */
  async sent(to: string, conversationId: string, config: BotConfig): Promise<void> {
    const messageCost = this.prices.of(to);
    if (messageCost) await this.add({ messages: 1, messageCost }, conversationId, config);
  }

  /** What was used on this day and in this month in all. Throws the store's error. */
  async inAll(config: BotConfig): Promise<Used & { today: string }> {
    const today = this.today(config);
    return { ...(await this.used.usedOn(today)), today };
  }

  /** The business's day, as `2026-11-28`. */
  today({ timeZone }: Pick<BotConfig, 'timeZone'>): string {
    return formatIn(timeZone).format(this.clock.now());
  }

  private async add(use: Partial<Use>, conversationId: string, config: BotConfig): Promise<void> {
    try {
      const used = await this.used.add(this.today(config), conversationId, use);
      for (const limit of limitsOf(config)) this.tell(limit, used, use, conversationId);
    } catch (error) {
      const what = use.tokens ? `${use.tokens} tokens` : 'A message';
      this.logger.warn(`${what} could not be counted: ${(error as Error).message}`);
    }
  }

  /** A line when a limit is near, and one when it is reached, by the node whose use made it so. */
  private tell(limit: Limit, used: Used, use: Partial<Use>, id: string): void {
    const now = spentOf(limit, used);
    const before = now - spentOf(limit, { sender: asSender(use), day: use, month: use });
    const passes = (bound: number) => before < bound && now >= bound;
    const where = limit.in === 'sender' ? ` in conversation ${id}` : '';
    const named = `${limit.setting} (${limit.written})`;
    if (passes(limit.most)) this.logger.warn(`${named} ${limit.isUsedUp(where)}`);
    else if (limit.in !== 'sender' && passes(limit.most * NEAR))
      this.logger.warn(`${named}: ${NEAR * 100} % are used`);
  }
}

function asSender({ tokens = 0, modelCost = 0, messageCost = 0 }: Partial<Use>) {
  return { tokens, cost: modelCost + messageCost };
}

/** Swedes write dates as ISO 8601 does. */
const formatIn = remembered((timeZone) => {
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('sv', { timeZone, ...digits });
});
