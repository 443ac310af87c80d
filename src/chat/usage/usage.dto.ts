import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Usage } from './usage.js';

/** What models used for an answer, as the API shows it. */
export class UsageView {
  @ApiProperty({
    example: 'gpt-5.4-mini',
    description: 'The model that was asked last; the first or the fallback one.',
  })
  model: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'As the server counts them.' })
  input_tokens: number;
  @ApiProperty({ type: 'integer', minimum: 0 })
  output_tokens: number;
  @ApiPropertyOptional({
    minimum: 0,
    description: 'In the currency of MODEL_PRICES, where the model has a price there.',
  })
  cost?: number;

  /** Returns the view of what was used; null where no model was asked. */
  static of(usage: Usage | undefined): UsageView | null {
    if (!usage) return null;
    const { model, inputTokens, outputTokens, cost } = usage;
    const tokens = { input_tokens: inputTokens, output_tokens: outputTokens };
    return { model, ...tokens, ...(cost !== undefined && { cost }) };
  }
}
