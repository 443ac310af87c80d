import { ApiProperty } from '@nestjs/swagger';
import type { Usage } from './usage.js';

/** What models used for an answer, as the API shows it. */
export interface UsageView {
  model: string;
  input_tokens: number;
  output_tokens: number;
  cost?: number;
}

/**
 * A property with a `UsageView` or null. OpenAPI 3.0 knows no reference that may be null, so the object
 * is described where it stands.
 */
export function UsageProperty(description: string): PropertyDecorator {
  const tokens = { type: 'integer', minimum: 0 } as const;
  return ApiProperty({
    type: 'object',
    nullable: true,
    description,
    required: ['model', 'input_tokens', 'output_tokens'],
    properties: {
      model: {
        type: 'string',
        example: 'gpt-5.4-mini',
        description: 'The model that was asked last: the first or the fallback one.',
      },
      input_tokens: { ...tokens, description: 'As the server counts them.' },
      output_tokens: tokens,
      cost: {
        type: 'number',
        minimum: 0,
        description: 'In the currency of MODEL_PRICES, where the model has a price there.',
      },
    },
  });
}

/** Returns the view of what was used; null where no model was asked. */
export function usageView(usage: Usage | undefined): UsageView | null {
  if (!usage) return null;
  const { model, inputTokens, outputTokens, cost } = usage;
  const tokens = { input_tokens: inputTokens, output_tokens: outputTokens };
  return { model, ...tokens, ...(cost !== undefined && { cost }) };
}
