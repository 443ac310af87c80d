import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { Page } from '../../http/page.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { Id } from '../../http/validation.js';
import { AnswersService } from './answers.service.js';
import {
  CuratedAnswerPage,
  CuratedAnswerRequest,
  CuratedAnswerView,
} from './curated-answer.dto.js';

const UNKNOWN = 'There is no curated answer of this id.';

/** Manages what is answered to a question, whatever the documents say. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/answers')
export class AnswersController {
  constructor(private readonly answers: AnswersService) {}

  @Post()
  @Needs('operate')
  @ApiOperation({
    summary: 'Add a curated answer',
    description:
      'It is sent, as it is, to whoever asks one of its questions: the order and the forms of the ' +
      'words, accents and slips aside. It comes before what the documents say. Of two answers to ' +
      'one question, the one that was changed last counts.',
  })
  @ApiCreatedResponse({ type: CuratedAnswerView })
  add(@Body() request: CuratedAnswerRequest): Promise<CuratedAnswerView> {
    return this.answers.add(request);
  }

  @Get()
  @Needs('read')
  @ApiOperation({ summary: 'List the curated answers', description: 'Oldest first.' })
  @ApiOkResponse({ type: CuratedAnswerPage })
  list(@Query() page: Page): Promise<CuratedAnswerPage> {
    return this.answers.page(page);
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({ summary: 'Show a curated answer' })
  @ApiOkResponse({ type: CuratedAnswerView })
  @ProblemResponse(404, UNKNOWN)
  one(@Param('id', Id) id: string): Promise<CuratedAnswerView> {
    return this.answers.one(id);
  }

  @Put(':id')
  @Needs('operate')
  @ApiOperation({ summary: 'Change a curated answer' })
  @ApiOkResponse({ type: CuratedAnswerView })
  @ProblemResponse(404, UNKNOWN)
  change(
    @Param('id', Id) id: string,
    @Body() request: CuratedAnswerRequest,
  ): Promise<CuratedAnswerView> {
    return this.answers.change(id, request);
  }

  @Delete(':id')
  @Needs('operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a curated answer' })
  @ApiNoContentResponse()
  @ProblemResponse(404, UNKNOWN)
  remove(@Param('id', Id) id: string): Promise<void> {
    return this.answers.remove(id);
  }
}
