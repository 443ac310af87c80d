import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { MessageId } from '../../http/message-id.js';
import { CuratedAnswerView } from '../../knowledge/answers/curated-answer.dto.js';
import { CorrectionRequest } from './correction.dto.js';
import { CorrectionsService } from './corrections.service.js';

/** Takes the right answer to a message. */
@ApiTags('answers')
@ApiBearerAuth()
@Controller('api/v1/messages/:sid/correction')
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  @Put()
  @Needs('operate')
  @ApiOperation({
    summary: 'Correct an answer',
    description:
      'Makes a curated answer, which is given to whoever asks the question from now on, or changes ' +
      'the one that this message has made before. Nothing is sent to anybody.',
  })
  @ApiOkResponse({ type: CuratedAnswerView })
  @ProblemResponse(404, 'There is no such message.')
  @ProblemResponse(409, 'Nothing was answered to it.')
  correct(
    @Param('sid', MessageId) sid: string,
    @Body() request: CorrectionRequest,
  ): Promise<CuratedAnswerView> {
    return this.corrections.correct(sid, request);
  }
}
