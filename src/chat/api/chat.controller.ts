import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Needs } from '../../http/admin/scope.js';
import { callerGone } from '../../http/caller-gone.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { ChatApiService } from './chat-api.service.js';
import { ChatAnswer, ChatRequest } from './chat.dto.js';

/** Offers the bot without WhatsApp: to a web page, to an app, or for a trial. */
@ApiTags('chat')
@ApiBearerAuth()
@Controller('api/v1/chat')
export class ChatController {
  constructor(private readonly chat: ChatApiService) {}

  @Post()
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ask the bot',
    description: 'The conversation is kept; nothing is sent to WhatsApp.',
  })
  @ApiOkResponse({ type: ChatAnswer })
  @ProblemResponse(404, 'There is no conversation of this id.')
  @ProblemResponse(409, 'It is held on WhatsApp, a person has taken it over, or it waits for one.')
  ask(
    @Body() request: ChatRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChatAnswer> {
    return this.chat.ask(request, callerGone(response));
  }
}
