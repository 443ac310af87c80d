import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  Query,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { RequestValidation } from '../../http/validation.js';
import { JsonBody } from '../body.interceptor.js';
import { Control } from './control.js';
import { ConversationPage, ListedPage } from './conversation-page.dto.js';
import { FaultSettings } from '../faults/fault-settings.dto.js';
import { InboundAnswer } from './inbound-answer.dto.js';
import { InboundMessage } from './inbound-message.dto.js';
import { LoopbackGuard } from '../loopback.guard.js';

/** Plays the people, reads what was said, and makes things go wrong. */
@ApiTags('simulator')
@ApiBearerAuth()
@ProblemResponse(403, 'It was asked for by a name that is not loopback.')
@UseGuards(LoopbackGuard)
@UseInterceptors(JsonBody)
@UsePipes(new RequestValidation())
@Controller('control')
export class ControlController {
  constructor(private readonly control: Control) {}

  @ApiOperation({
    summary: 'Write as a person',
    description: 'Sends a signed webhook, and tells what came back.',
  })
  @ApiOkResponse({ type: InboundAnswer })
  @ProblemResponse(409, '`message_sid` is of a message that the business sent.')
  @Post('messages')
  @HttpCode(200)
  send(@Body() message: InboundMessage): Promise<InboundAnswer> {
    return this.control.send(message);
  }

  @ApiOperation({
    summary: 'List what was said',
    description: 'Oldest first: with one address, or all.',
  })
  @ApiOkResponse({ type: ListedPage })
  @Get('messages')
  list(@Query() page: ConversationPage): ListedPage {
    return this.control.list(page);
  }

  @ApiOperation({ summary: 'Show what goes wrong on purpose' })
  @ApiOkResponse({ type: FaultSettings })
  @Get('faults')
  faults(): FaultSettings {
    return this.control.faults();
  }

  @ApiOperation({
    summary: 'Set what goes wrong on purpose',
    description: 'What is not given goes right again.',
  })
  @ApiOkResponse({ type: FaultSettings })
  @Put('faults')
  setFaults(@Body() settings: FaultSettings): FaultSettings {
    return this.control.setFaults(settings);
  }

  @ApiOperation({
    summary: 'Empty the simulator',
    description: 'Messages, files, faults and the ledger.',
  })
  @ApiNoContentResponse()
  @Delete()
  @HttpCode(204)
  empty(): Promise<void> {
    return this.control.empty();
  }
}
