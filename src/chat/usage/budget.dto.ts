import { ApiProperty } from '@nestjs/swagger';
import { OVER_BUDGET } from '../../config/fields/limits.js';

const AMOUNT = { type: Number, minimum: 0 } as const;

/** What was spent of a budget. Amounts are in the currency of MODEL_PRICES and MESSAGE_PRICES. */
export class SpentView {
  @ApiProperty({ description: "The business's day or month.", example: '2026-11-28' })
  period: string;
  @ApiProperty({ ...AMOUNT, description: 'Of models and messages together.' })
  spent: number;
  @ApiProperty({ ...AMOUNT, description: 'What models with a price cost.' })
  models: number;
  @ApiProperty({ ...AMOUNT, description: 'What messages with a price cost.' })
  messages: number;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Messages with a price.' })
  sent: number;
  @ApiProperty({ type: 'integer', minimum: 0 })
  tokens: number;
  @ApiProperty({ ...AMOUNT, nullable: true, description: 'null: there is no limit.' })
  budget: number | null;
  @ApiProperty({ ...AMOUNT, nullable: true })
  left: number | null;
  @ApiProperty({
    enum: ['open', 'near', 'spent'],
    description: 'near: 80 % are spent. open: less is, or there is no limit.',
  })
  state: 'open' | 'near' | 'spent';
}

/** The budgets of the day and the month, and what happens when one is spent. */
export class BudgetView {
  @ApiProperty({ example: 'Europe/Madrid', description: 'Days and months are by it.' })
  time_zone: string;
  @ApiProperty({ enum: OVER_BUDGET })
  over_budget: (typeof OVER_BUDGET)[number];
  @ApiProperty({ description: 'Whether MODEL_PRICES is set: without it models count as free.' })
  models_priced: boolean;
  @ApiProperty({
    description: 'Whether MESSAGE_PRICES names a price: without it messages are free.',
  })
  messages_priced: boolean;
  @ApiProperty({ type: SpentView })
  day: SpentView;
  @ApiProperty({ type: SpentView })
  month: SpentView;
}
