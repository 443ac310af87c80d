import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedBy, type Caller } from '../http/admin/caller.js';
import { BotConfigUpdate, BotConfigView } from './bot-config.dto.js';
import { BotConfigService } from './bot-config.service.js';

/** Shows and changes the settings that an administrator may change while the process runs. */
@ApiTags('configuration')
@ApiBearerAuth()
@Controller('api/v1/bot/config')
export class BotConfigController {
  constructor(private readonly config: BotConfigService) {}

  @Get()
  @ApiOperation({
    summary: 'Show the configuration',
    description: 'The values that count, and where each comes from.',
  })
  @ApiOkResponse({ type: BotConfigView })
  show(): Promise<BotConfigView> {
    return this.config.view();
  }

  @Put()
  @ApiOperation({
    summary: 'Change the configuration',
    description: 'Changes the fields given, at once.',
  })
  @ApiBody({ type: BotConfigUpdate, required: false })
  @ApiOkResponse({ type: BotConfigView })
  update(@Body() update: BotConfigUpdate, @AskedBy() caller: Caller): Promise<BotConfigView> {
    return this.config.update(update, caller);
  }
}
