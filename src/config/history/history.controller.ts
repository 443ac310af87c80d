import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { Page } from '../../http/page.js';
import { SettingChangePage } from './history.dto.js';
import { HistoryService } from './history.service.js';

/** Shows who changed which setting, and when. */
@ApiTags('configuration')
@ApiBearerAuth()
@Controller('api/v1/bot/config/history')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'List the changes of the configuration',
    description:
      'The newest first; the 500 newest are kept. Of a secret is said that it was changed, and no ' +
      'value, nor a mask of it.',
  })
  @ApiOkResponse({ type: SettingChangePage })
  list(@Query() page: Page): Promise<SettingChangePage> {
    return this.history.page(page);
  }
}
