import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { remembered } from '../../language/remembered.js';
import type { Spending } from './usage.js';
import { type DayTokens, UsageRepository } from './usage.repository.js';

/**
 * Counts the tokens of answers by the business's day, and says when the day's are used up: in one
 * conversation (`daily_tokens_per_sender`) or in all of them (`daily_tokens`). An answer that has begun
 * is ended, so that a limit is passed by what was in work when it was reached.
 */
@Injectable()
export class TokenLimits {
  private readonly logger = new Logger('TokenLimits');

  constructor(
    private readonly used: UsageRepository,
    private readonly clock: Clock,
  ) {}

  /** Whether no model is to be asked for a conversation today. Throws the store's error. */
  async reached(conversationId: string, config: BotConfig): Promise<boolean> {
    const { dailyTokens, dailyTokensPerSender } = config;
    if (!dailyTokens && !dailyTokensPerSender) return false;
    const { sender, all } = await this.used.usedOn(this.today(config), conversationId);
    return isOver(all, dailyTokens) || isOver(sender, dailyTokensPerSender);
  }

  /** Counts what was used. It fails no one: the answer is made, and is worth more than its count. */
  async count({ tokens }: Spending, conversationId: string, config: BotConfig): Promise<void> {
    if (!tokens) return;
    try {
      const used = await this.used.add(this.today(config), conversationId, tokens);
      this.say(used, tokens, conversationId, config);
    } catch (error) {
      this.logger.warn(`${tokens} tokens could not be counted: ${(error as Error).message}`);
    }
  }

  /** One line for each limit and day, by the node whose answer reached it. */
  private say({ sender, all }: DayTokens, tokens: number, id: string, config: BotConfig): void {
    const { dailyTokens, dailyTokensPerSender } = config;
    const justOver = (sum: number, limit: number) =>
      isOver(sum, limit) && !isOver(sum - tokens, limit);
    const until = `until tomorrow (${config.timeZone}) answers are in the documents' words`;
    if (justOver(all, dailyTokens))
      this.logger.warn(`daily_tokens (${dailyTokens}) are used up: ${until}`);
    if (justOver(sender, dailyTokensPerSender))
      this.logger.warn(
        `daily_tokens_per_sender (${dailyTokensPerSender}) are used up in conversation ${id}: ${until}`,
      );
  }

  /** The business's day, as `2026-11-28`. */
  private today({ timeZone }: BotConfig): string {
    return formatIn(timeZone).format(this.clock.now());
  }
}

/** Swedes write dates as ISO 8601 does. */
const formatIn = remembered((timeZone) => {
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('sv', { timeZone, ...digits });
});

function isOver(used: number, limit: number): boolean {
  return limit > 0 && used >= limit;
}
