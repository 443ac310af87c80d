import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { LatestQuestions, QuestionQuery } from './questions.dto.js';
import { QuestionsService } from './questions.service.js';

/** Shows what is asked, to try it again. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/questions')
export class QuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'List the questions that were asked lately',
    description:
      'By senders and over the chat API, the newest first; each once: case, accents and marks aside. ' +
      'What asks nothing, such as a greeting, is left out.',
  })
  @ApiOkResponse({ type: LatestQuestions })
  latest(@Query() { limit }: QuestionQuery): Promise<LatestQuestions> {
    return this.questions.latest(limit);
  }
}
