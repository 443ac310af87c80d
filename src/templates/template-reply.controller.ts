import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { Id } from '../http/validation.js';
import { OnceByKey, ReplyView } from '../takeover/reply.dto.js';
import { TemplateRepliesService } from './template-replies.service.js';
import { TemplateReply } from './template-reply.dto.js';

/** Lets a person write with a template, also when the 24-hour window is closed. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations/:id')
export class TemplateReplyController {
  constructor(private readonly replies: TemplateRepliesService) {}

  @Post('template')
  @Needs('operate')
  @ApiOperation({
    summary: 'Reply with a template',
    description:
      'Approved ones may be sent at any time; others only inside the 24-hour window. The sender waits ' +
      'for a person no longer.',
  })
  @OnceByKey()
  @ApiCreatedResponse({ type: ReplyView })
  @ProblemResponse(404, 'No such conversation, or no such template.')
  @ProblemResponse(409, 'Opted out, nobody to send to, or after 24 hours and not approved.')
  @ProblemResponse(422, 'The key had another text.')
  @ProblemResponse(503, 'Twilio can not be asked now.')
  send(
    @Param('id', Id) id: string,
    @Body() reply: TemplateReply,
    @Headers('Idempotency-Key') key?: string,
  ): Promise<ReplyView> {
    return this.replies.send(id, reply, key);
  }
}
