import { Injectable } from '@nestjs/common';
import { UsageLimits } from '../../chat/usage/usage-limits.js';
import type { BotConfig } from '../../config/bot-config.js';
import type { RateLimited } from './rate-limit.js';

/** Leaves unanswered what is over the limits of a day, with one notice to each sender. */
@Injectable()
export class DayLimits {
  constructor(private readonly limits: UsageLimits) {}

  /**
   * What becomes of a turn's messages by the limits of the day: `daily_answers_per_sender`, and a spent
   * budget where `over_budget` is silence. The count stands in the window that is stored with the turn,
   * under the mailbox's lease, so that no two nodes count at once. Throws the store's error.
   */
  async of(share: RateLimited, conversationId: string, config: BotConfig): Promise<RateLimited> {
    const { window, limited } = share;
    const today = this.limits.today(config);
    const { answers = 0, told = false } = window.day === today ? window : {};
    const over = !limited && (await this.isOver(answers, conversationId, config));
    if (over) {
      const notice = told ? false : 'day';
      const next = { ...window, day: today, answers, told: true };
      return { ...share, limited: true, notice, window: next };
    }
    const answered = answers + (limited ? 0 : 1);
    return { ...share, window: { ...window, day: today, answers: answered, told } };
  }

  private async isOver(answers: number, id: string, config: BotConfig): Promise<boolean> {
    const { dailyAnswersPerSender: most, overBudget } = config;
    if (most && answers >= most) return true;
    return overBudget === 'silence' && (await this.limits.reached(id, config)) === 'budget';
  }
}
