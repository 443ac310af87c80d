import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Id } from '../http/id.pipe.js';
import { Page } from '../http/page.js';
import { MessagePage } from './message.dto.js';
import { TranscriptService } from './transcript.service.js';

/** What was said in a conversation. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
export class MessagesController {
  constructor(private readonly transcript: TranscriptService) {}

  /** A conversation's messages, oldest first, with the outcome of each. */
  @Get(':id/messages')
  @ApiOkResponse({ type: MessagePage })
  list(@Param('id', Id) id: string, @Query() page: Page): Promise<MessagePage> {
    return this.transcript.page(id, page);
  }
}
