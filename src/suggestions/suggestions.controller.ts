import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { Id } from '../http/validation.js';
import { CuratedAnswerView } from '../knowledge/answers/curated-answer.dto.js';
import { Approval, SuggestionList } from './suggestion.dto.js';
import { SuggestionsService } from './suggestions.service.js';

const UNKNOWN = 'No suggestion has this reply, or somebody has decided about it.';

/** Offers what people answered as answers for others who ask the same. */
@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('api/v1/knowledge/suggestions')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Needs('read')
  @Get()
  @ApiOperation({
    summary: 'List the suggested answers',
    description:
      'What people replied where the bot had no answer or had handed over, grouped by like questions. ' +
      'Nothing of it is used until it is approved.',
  })
  @ApiOkResponse({ type: SuggestionList })
  list(): Promise<SuggestionList> {
    return this.suggestions.list();
  }

  @Needs('operate')
  @Post(':id/approve')
  @ApiOperation({
    summary: 'Make a curated answer of a suggestion',
    description:
      'As it was asked and replied, or as the body says: an empty object changes nothing. Look whether ' +
      'anything in it is meant for one person only.',
  })
  @ApiCreatedResponse({ type: CuratedAnswerView })
  @ProblemResponse(404, UNKNOWN)
  approve(@Param('id', Id) id: string, @Body() approval: Approval): Promise<CuratedAnswerView> {
    return this.suggestions.approve(id, approval);
  }

  @Needs('operate')
  @Post(':id/dismiss')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a suggestion off the list' })
  @ApiNoContentResponse()
  @ProblemResponse(404, UNKNOWN)
  dismiss(@Param('id', Id) id: string): Promise<void> {
    return this.suggestions.dismiss(id);
  }
}
