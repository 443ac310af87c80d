import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../http/admin/audited.js';
import { Needs } from '../http/admin/scope.js';
import { Id } from '../http/validation.js';
import { ConversationQuery } from './conversation-query.dto.js';
import { ConversationPage, ConversationView } from './conversation.dto.js';
import { ConversationsService } from './conversations.service.js';

/** Lists and shows conversations. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
export class ConversationsController {
  constructor(private readonly conversations: ConversationsService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'List the conversations',
    description:
      'Those that were begun last come first; with `waiting=true`, those that have waited longest; ' +
      'with `sort=activity`, those in which something was said last: one in which something is said ' +
      'while pages are read moves to the first page, and is on no other.',
  })
  @ApiOkResponse({ type: ConversationPage })
  list(@Query() query: ConversationQuery): Promise<ConversationPage> {
    return this.conversations.page(query);
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({
    summary: 'Show a conversation',
    description: "A merged one's id leads to the one that it is part of now.",
  })
  @ApiOkResponse({ type: ConversationView })
  one(@Param('id', Id) id: string): Promise<ConversationView> {
    return this.conversations.one(id);
  }

  @Post(':id/read')
  @Needs('operate')
  @Audited(false)
  @HttpCode(200)
  @ApiOperation({
    summary: 'Note that a person has read a conversation',
    description: 'Nothing in it is unread then. A reply does the same.',
  })
  @ApiOkResponse({ type: ConversationView })
  read(@Param('id', Id) id: string): Promise<ConversationView> {
    return this.conversations.read(id);
  }
}
