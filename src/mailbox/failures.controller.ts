import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Page } from '../http/page.js';
import { FailurePage } from './failure.view.js';
import { FailuresService } from './failures.service.js';

@ApiTags('failures')
@ApiBearerAuth()
@Controller('api/v1/failures')
export class FailuresController {
  constructor(private readonly failures: FailuresService) {}

  /** What was given up or is uncertain, and answers that could not be made; newest first. */
  @Get()
  @ApiOkResponse({ type: FailurePage })
  list(@Query() page: Page): Promise<FailurePage> {
    return this.failures.page(page);
  }
}
