import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { MessageId } from '../../http/message-id.js';
import { FeedbackQuery, FeedbackRequest, FeedbackView, JudgedAnswerPage } from './feedback.dto.js';
import { FeedbackService } from './feedback.service.js';

/** Takes what people think of answers, and lists it. */
@ApiTags('answers')
@ApiBearerAuth()
@Controller('api/v1')
export class FeedbackController {
  constructor(private readonly feedback: FeedbackService) {}

  @Post('messages/:sid/feedback')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Judge an answer',
    description: 'In the place of the former verdict. It is erased with the conversation.',
  })
  @ApiOkResponse({ type: FeedbackView })
  @ProblemResponse(404, 'There is no such message.')
  @ProblemResponse(409, 'Nothing was answered to it.')
  judge(
    @Param('sid', MessageId) sid: string,
    @Body() request: FeedbackRequest,
  ): Promise<FeedbackView> {
    return this.feedback.judge(sid, request);
  }

  @Get('feedback')
  @Needs('read')
  @ApiOperation({
    summary: 'List the answers that were judged',
    description: 'The latest judged first.',
  })
  @ApiOkResponse({ type: JudgedAnswerPage })
  list(@Query() query: FeedbackQuery): Promise<JudgedAnswerPage> {
    return this.feedback.page(query);
  }
}
