import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Id } from '../http/id.pipe.js';
import { ConversationPage, ConversationQuery, ConversationView } from './conversation.dto.js';
import { ConversationsService } from './conversations.service.js';

/** Conversations: whose they are, and who has them. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
export class ConversationsController {
  constructor(private readonly conversations: ConversationsService) {}

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
}
