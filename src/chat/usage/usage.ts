import { BILLION } from './usage.repository.js';

/** What models used for one answer. */
export interface Usage {
  /** The model that was asked last: if the answer is a model's, it is that one's. */
  model: string;
  /** Tokens, as the model's server counts them; 0 where it doesn't say. */
  inputTokens: number;
  outputTokens: number;
  /** In the currency of MODEL_PRICES; absent where one of the models has no price there. */
  cost?: number;
}

/**
 * Adds up what the calls of models use for one answer, whatever comes of them: what was written in
 * vain, or isn't sent, costs as much.
 */
export class Spending {
  private readonly calls: Usage[] = [];

  /** Adds a call. */
  add(call: Usage): void {
    this.calls.push(call);
  }

  /** All calls together; undefined where no model has said anything. */
  get usage(): Usage | undefined {
    const last = this.calls.at(-1);
    if (!last) return undefined;
    const inputTokens = this.calls.reduce((sum, call) => sum + call.inputTokens, 0);
    const outputTokens = this.calls.reduce((sum, call) => sum + call.outputTokens, 0);
    const costs = this.calls.flatMap(({ cost }) => cost ?? []);
    const known = costs.length === this.calls.length;
    const cost = rounded(costs.reduce((sum, one) => sum + one, 0));
    return { model: last.model, inputTokens, outputTokens, ...(known && { cost }) };
  }

  /** Tokens of all calls, in and out. */
  get tokens(): number {
    const { inputTokens = 0, outputTokens = 0 } = this.usage ?? {};
    return inputTokens + outputTokens;
  }

  /** What the calls with a price cost, in billionths of the currency of MODEL_PRICES. */
  get cost(): number {
    return Math.round(this.calls.reduce((sum, { cost = 0 }) => sum + cost, 0) * BILLION);
  }
}

/** To a billionth: sums of binary fractions are shown as people write them. */
function rounded(cost: number): number {
  return Math.round(cost * BILLION) / BILLION;
}
