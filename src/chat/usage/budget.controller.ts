import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { BudgetView } from './budget.dto.js';
import { BudgetService } from './budget.service.js';

/** Shows what is spent. */
@ApiTags('figures')
@ApiBearerAuth()
@Controller('api/v1/budget')
export class BudgetController {
  constructor(private readonly budget: BudgetService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'Show what is spent and left',
    description:
      'Of models and messages together, on this day and in this month of the business, in all ' +
      'processes. The limits are `daily_budget` and `monthly_budget` of the configuration.',
  })
  @ApiOkResponse({ type: BudgetView })
  current(): Promise<BudgetView> {
    return this.budget.current();
  }
}
