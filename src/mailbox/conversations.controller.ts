import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProblemBody } from '../http/problem.js';
import { ConversationPage, ConversationQuery, ConversationView } from './conversation.view.js';
import { ConversationsService } from './conversations.service.js';

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
  @ApiResponse({ status: 404, type: ProblemBody })
  one(@Param('id', ParseUUIDPipe) id: string): Promise<ConversationView> {
    return this.conversations.one(id);
  }
}
