import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { BotConfigUpdate } from '../../config/bot-config.dto.js';
import { ProposedFindings } from './proposed.dto.js';
import { ProposedService } from './proposed.service.js';

/** Tries a configuration before it is saved. */
@ApiTags('configuration')
@ApiBearerAuth()
@Controller('api/v1/bot/config/test')
export class ProposedController {
  constructor(private readonly proposed: ProposedService) {}

  @Post()
  @Needs('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try a change of the configuration',
    description:
      'Asks Twilio and the model with the values given, and with those that count now for the others; ' +
      'a mask stands for what is stored. Only what the change concerns is tried; without fields, all. ' +
      'Nothing is saved.',
  })
  @ApiBody({ type: BotConfigUpdate, required: false })
  @ApiOkResponse({ type: ProposedFindings })
  test(@Body() update: BotConfigUpdate): Promise<ProposedFindings> {
    return this.proposed.test(update);
  }
}
