import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { Id } from '../http/validation.js';
import { MessagePage, MessageQuery } from './message.dto.js';
import { TranscriptService } from './transcript.service.js';

/** Lists the messages of a conversation. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
export class MessagesController {
  constructor(private readonly transcript: TranscriptService) {}

  @Get(':id/messages')
  @Needs('read')
  @ApiOperation({
    summary: 'List the messages of a conversation',
    description: 'With the outcome of each. Oldest first, unless `first=newest` asks otherwise.',
  })
  @ApiOkResponse({ type: MessagePage })
  list(@Param('id', Id) id: string, @Query() query: MessageQuery): Promise<MessagePage> {
    return this.transcript.page(id, query);
  }
}
