import { Body, Controller, Get, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { AskedBy, type Caller } from '../http/admin/caller.js';
import { Needs } from '../http/admin/scope.js';
import { BotConfigUpdate, BotConfigView } from './bot-config.dto.js';
import { BotConfigService } from './bot-config.service.js';

/** Shows and changes the settings that an administrator may change while the process runs. */
@ApiTags('configuration')
@ApiBearerAuth()
@Controller('api/v1/bot/config')
export class BotConfigController {
  constructor(private readonly config: BotConfigService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'Show the configuration',
    description:
      'The values that count, and where each comes from. Below the scope `admin` masks are dots only.',
  })
  @ApiOkResponse({ type: BotConfigView })
  show(@Req() { holder }: Request): Promise<BotConfigView> {
    return this.config.view(holder!.scope);
  }

  @Put()
  @Needs('admin')
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
