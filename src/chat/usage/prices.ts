import { PRICE } from '../../env/rules.js';
import type { Usage } from './usage.js';

const MILLION = 1_000_000;

/** What a model's tokens cost: for a million that it reads, and for a million that it writes. */
interface Price {
  input: number;
  output: number;
}

/** What MODEL_PRICES says: `gpt-5.4-mini=0.25/2, another=1/3`. */
export class Prices {
  private readonly of: Map<string, Price>;

  constructor(written = '') {
    this.of = new Map(
      written.split(',').flatMap((one): [string, Price][] => {
        const [, model, input, output] = PRICE.exec(one.trim()) ?? [];
        return model ? [[model, { input: Number(input), output: Number(output) }]] : [];
      }),
    );
  }

  /** What so many tokens cost; undefined for a model without a price. */
  cost(model: string, { inputTokens, outputTokens }: Omit<Usage, 'model'>): number | undefined {
    const price = this.of.get(model);
    return price && (inputTokens * price.input + outputTokens * price.output) / MILLION;
  }
}
