import { Gauge } from 'prom-client';
import type { BudgetView } from '../chat/usage/budget.dto.js';
import { metrics } from '../metrics.js';

/** `period`: day, month. `of`: models, messages. In the currency of the prices. */
const spent = new Gauge({
  name: 'recado_spent',
  help: 'What models and messages cost on this day and in this month, in the whole store.',
  labelNames: ['period', 'of'] as const,
  registers: [metrics],
});

/** `period`: day, month. Absent without a budget. */
const budgetUsed = new Gauge({
  name: 'recado_budget_used_ratio',
  help: 'The share of the budget that is spent; 1 and more: it is spent.',
  labelNames: ['period'] as const,
  registers: [metrics],
});

/** Forgets what was spent, until it is known again. */
export function resetBudget(): void {
  spent.reset();
  budgetUsed.reset();
}

/** Shows what is spent now. */
export function showBudget({ day, month }: BudgetView): void {
  for (const [period, one] of Object.entries({ day, month })) {
    spent.set({ period, of: 'models' }, one.models);
    spent.set({ period, of: 'messages' }, one.messages);
    if (one.budget) budgetUsed.set({ period }, one.spent / one.budget);
  }
}
