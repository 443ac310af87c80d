import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Needs } from '../http/admin/scope.js';
import { callerGone } from '../http/caller-gone.js';
import { TriedAnswer, TriedQuestion } from './try.dto.js';
import { TryService } from './try.service.js';

/** Lets an operator see what is answered to a question. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/try')
export class TryController {
  constructor(private readonly tries: TryService) {}

  @Post()
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try a question',
    description:
      'Answered as a first message would be, by the very settings that answers use: by a curated ' +
      'answer, the model or the documents. Nothing is kept, and nothing is sent; tokens that a ' +
      'model uses count towards the limits of the day.',
  })
  @ApiOkResponse({ type: TriedAnswer })
  ask(
    @Body() { question }: TriedQuestion,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TriedAnswer> {
    return this.tries.ask(question, callerGone(response));
  }
}
