import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Id } from '../http/id.pipe.js';
import { ConversationPage, ConversationQuery, ConversationView } from './conversation.view.js';
import { ConversationsService } from './conversations.service.js';
import { ExportView } from './export.view.js';
import { SenderDataService } from './sender-data.service.js';

/** Conversations: whose they are, and all that is kept of their senders. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly data: SenderDataService,
  ) {}

  /** Conversations; those that were begun last come first. */
  @Get()
  @ApiOkResponse({ type: ConversationPage })
  list(@Query() query: ConversationQuery): Promise<ConversationPage> {
    return this.conversations.page(query);
  }

  /** One conversation; a merged one's id leads to the one that it is part of now. */
  @Get(':id')
  @ApiOkResponse({ type: ConversationView })
  one(@Param('id', Id) id: string): Promise<ConversationView> {
    return this.conversations.one(id);
  }

  /** All that is kept of the sender. */
  @Get(':id/export')
  @ApiOkResponse({ type: ExportView })
  export(@Param('id', Id) id: string): Promise<ExportView> {
    return this.data.export(id);
  }

  /** Removes all that is kept of the sender, for good. What was erased is never taken in again. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  erase(@Param('id', Id) id: string): Promise<void> {
    return this.data.erase(id);
  }
}
