import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { RequestValidation } from '../../http/validation.js';
import { JsonBody } from '../body.interceptor.js';
import { Control } from './control.js';
import { ConversationPage, ListedPage, TypingList } from './conversation-page.dto.js';
import { FaultSettings } from '../faults/fault-settings.dto.js';
import { BurstAnswer, InboundAnswer } from './inbound-answer.dto.js';
import { Burst, InboundMessage } from './inbound-message.dto.js';
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
  @Needs('operate')
  @HttpCode(200)
  send(@Body() message: InboundMessage): Promise<InboundAnswer> {
    return this.control.send(message);
  }

  @ApiOperation({
    summary: 'Write as several people at once',
    description: 'The webhooks come beside each other, not in turn.',
  })
  @ApiOkResponse({ type: BurstAnswer })
  @ProblemResponse(409, '`message_sid` is of a message that the business sent.')
  @Post('bursts')
  @Needs('operate')
  @HttpCode(200)
  sendAll(@Body() burst: Burst): Promise<BurstAnswer> {
    return this.control.sendAll(burst);
  }

  @ApiOperation({
    summary: 'List what was said',
    description: 'With one address, or all; the newest ones: the ledger has all of them.',
  })
  @ApiOkResponse({ type: ListedPage })
  @Get('messages')
  @Needs('read')
  list(@Query() page: ConversationPage): ListedPage {
    return this.control.list(page);
  }

  @ApiOperation({
    summary: 'Fetch a file that a person sent',
    description: 'As bytes to save, whatever it is: a browser shows none of it.',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponse(404, 'There is no such file.')
  @Get('messages/:message/media/:media')
  @Needs('read')
  async file(
    @Param('message') message: string,
    @Param('media') media: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.control.file(message, media), {
      disposition: 'attachment',
    });
  }

  @ApiOperation({ summary: 'Tell who sees "typing…" now' })
  @ApiOkResponse({ type: TypingList })
  @Get('typing')
  @Needs('read')
  typing(): TypingList {
    return this.control.typingTo();
  }

  @ApiOperation({ summary: 'Show what goes wrong on purpose' })
  @ApiOkResponse({ type: FaultSettings })
  @Get('faults')
  @Needs('read')
  faults(): FaultSettings {
    return this.control.faults();
  }

  @ApiOperation({
    summary: 'Set what goes wrong on purpose',
    description: 'What is not given goes right again.',
  })
  @ApiOkResponse({ type: FaultSettings })
  @Put('faults')
  @Needs('operate')
  setFaults(@Body() settings: FaultSettings): FaultSettings {
    return this.control.setFaults(settings);
  }

  @ApiOperation({
    summary: 'Empty the simulator',
    description: 'Messages, files, faults and the ledger.',
  })
  @ApiNoContentResponse()
  @Delete()
  @Needs('operate')
  @HttpCode(204)
  empty(): Promise<void> {
    return this.control.empty();
  }
}
