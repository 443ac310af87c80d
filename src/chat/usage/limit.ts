import type { BotConfig } from '../../config/bot-config.js';
import { BILLION, costOf, type SenderUse, type Use } from './usage.repository.js';

/** The share of a limit from which on it is told that it will be reached. */
export const NEAR = 0.8;

/** A limit that is set. */
export interface Limit {
  setting: string;
  of: 'tokens' | 'money';
  in: 'sender' | 'day' | 'month';
  /** As it is set. */
  written: number;
  /** Tokens, or billionths of the currency. */
  most: number;
  /** Says that it is used up, `where`, and what follows. */
  isUsedUp(where: string): string;
}

const THEN: Record<BotConfig['overBudget'], string> = {
  extractive: "answers are in the documents' words",
  person: 'senders are handed over to a person',
  silence: 'senders are told once a day that there is no answer',
};

/** The limits that are set. */
export function limitsOf(config: BotConfig): Limit[] {
  const tokens = (setting: string, where: 'sender' | 'day', written: number): Limit => {
    const isUsedUp = (place: string) =>
      `are used up${place}: until tomorrow (${config.timeZone}) answers are in the documents' words`;
    return { setting, of: 'tokens', in: where, written, most: written, isUsedUp };
  };
  const money = (setting: string, where: Limit['in'], written: number): Limit => {
    const until = where === 'month' ? 'the month is over' : 'tomorrow';
    const isUsedUp = (place: string) =>
      `is spent${place}: until ${until} (${config.timeZone}) ${THEN[config.overBudget]}`;
    return { setting, of: 'money', in: where, written, most: written * BILLION, isUsedUp };
  };
  return [
    tokens('daily_tokens', 'day', config.dailyTokens),
    tokens('daily_tokens_per_sender', 'sender', config.dailyTokensPerSender),
    money('daily_cost_per_sender', 'sender', config.dailyCostPerSender),
    money('daily_budget', 'day', config.dailyBudget),
    money('monthly_budget', 'month', config.monthlyBudget),
  ].filter(({ written }) => written > 0);
}

/** What was used of that which a limit bounds. */
export function spentOf(
  limit: Pick<Limit, 'of' | 'in'>,
  used: { sender: SenderUse; day: Partial<Use>; month: Partial<Use> },
): number {
  if (limit.in === 'sender') return limit.of === 'tokens' ? used.sender.tokens : used.sender.cost;
  const use = used[limit.in];
  return limit.of === 'tokens' ? (use.tokens ?? 0) : costOf(use);
}
