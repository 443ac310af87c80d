import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { Id } from '../http/validation.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { ConversationView } from '../conversations/conversation.dto.js';
import { TakeoverService } from './takeover.service.js';
import { OnceByKey, ReplyText, ReplyView } from './reply.dto.js';

/** Lets a person take a conversation over, reply in it, and give it back. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations/:id')
export class TakeoverController {
  constructor(private readonly takeover: TakeoverService) {}

  @Post('takeover')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a conversation over',
    description:
      "The bot says nothing more, and what wasn't sent yet is cancelled. A sender who waits for a " +
      'person waits until the first reply.',
  })
  @ApiOkResponse({ type: ConversationView })
  takeOver(@Param('id', Id) id: string): Promise<ConversationView> {
    return this.takeover.takeOver(id);
  }

  @Post('handover')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Have its sender wait for a person',
    description:
      'As if they had asked for one: the bot is silent, and they are told so, outside the opening ' +
      'hours with when somebody is there again. Changes nothing where they wait already.',
  })
  @ApiOkResponse({ type: ConversationView })
  @ProblemResponse(409, 'Opted out.')
  handOver(@Param('id', Id) id: string): Promise<ConversationView> {
    return this.takeover.handOver(id);
  }

  @Post('release')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a conversation back to the bot',
    description: 'It answers what arrives from now on, also where the sender waited for a person.',
  })
  @ApiOkResponse({ type: ConversationView })
  release(@Param('id', Id) id: string): Promise<ConversationView> {
    return this.takeover.release(id);
  }

  @Post('reply')
  @Needs('operate')
  @ApiOperation({
    summary: 'Reply as a person',
    description:
      'Sends the words given, whoever has the conversation. Who waits for a person has one then: the ' +
      'conversation is taken over, and the bot is silent until it is released. When the 24-hour window ' +
      'is closed, only a template can be sent: POST …/template.',
  })
  @OnceByKey()
  @ApiCreatedResponse({ type: ReplyView })
  @ProblemResponse(409, 'Opted out, not to be reached, after 24 hours, or nobody to send to.')
  @ProblemResponse(422, 'The key had another text.')
  reply(
    @Param('id', Id) id: string,
    @Body() { text }: ReplyText,
    @Headers('Idempotency-Key') key?: string,
  ): Promise<ReplyView> {
    return this.takeover.reply(id, text, key);
  }
}
