import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { MessageId } from '../../http/message-id.js';
import { ReviewedAnswer } from './answer.dto.js';
import { ReviewedAnswerService } from './answer.service.js';

/** Shows what an answer was made from. */
@ApiTags('answers')
@ApiBearerAuth()
@Controller('api/v1/messages/:sid/answer')
export class ReviewedAnswerController {
  constructor(private readonly answers: ReviewedAnswerService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'Why this answer',
    description:
      'What the answer to a message was made from: what was understood, searched and found, the ' +
      'prompt, what a model wrote and what was changed in it. The message is the question or the ' +
      "answer, by Twilio's MessageSid or by its own id.",
  })
  @ApiOkResponse({ type: ReviewedAnswer })
  @ProblemResponse(404, 'There is no such message.')
  one(@Param('sid', MessageId) sid: string): Promise<ReviewedAnswer> {
    return this.answers.one(sid);
  }
}
