import { Injectable } from '@nestjs/common';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import type { BudgetView, SpentView } from './budget.dto.js';
import { NEAR } from './limit.js';
import { MessagePrices } from './message-prices.js';
import { UsageLimits } from './usage-limits.js';
import { BILLION, costOf, monthOf, type Use } from './usage.repository.js';

/** Says what is spent and left, on this day and in this month. */
@Injectable()
export class BudgetService {
  constructor(
    private readonly limits: UsageLimits,
    private readonly config: BotConfigService,
    private readonly prices: MessagePrices,
    private readonly env: Env,
  ) {}

  /** The budgets now. Throws the store's error. */
  async current(): Promise<BudgetView> {
    const config = await this.config.current();
    const { today, day, month } = await this.limits.inAll(config);
    return {
      time_zone: config.timeZone,
      over_budget: config.overBudget,
      models_priced: !!this.env.MODEL_PRICES,
      messages_priced: this.prices.count > 0,
      day: spent(today, day, config.dailyBudget),
      month: spent(monthOf(today), month, config.monthlyBudget),
    };
  }
}

function spent(period: string, use: Use, budget: number): SpentView {
  const sum = costOf(use);
  const left = Math.max(0, budget * BILLION - sum);
  return {
    period,
    spent: sum / BILLION,
    models: use.modelCost / BILLION,
    messages: use.messageCost / BILLION,
    sent: use.messages,
    tokens: use.tokens,
    budget: budget || null,
    left: budget ? left / BILLION : null,
    state: !budget || sum < budget * BILLION * NEAR ? 'open' : left ? 'near' : 'spent',
  };
}
