import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { Page } from '../http/page.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { Id } from '../http/validation.js';
import { RehearsalPage, RehearsalRequest, RehearsalView } from './rehearsal.dto.js';
import { RehearsalsService } from './rehearsals.service.js';

/** Plays scenarios against this very bot, in simulator mode. */
@ApiTags('simulator')
@ApiBearerAuth()
@Controller('api/v1/rehearsals')
export class RehearsalsController {
  constructor(private readonly rehearsals: RehearsalsService) {}

  @Post()
  @Needs('operate')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Play a scenario',
    description:
      "The simulator writes its messages, and the bot's answers are held against what they must be. " +
      'Each conversation is with somebody who never wrote before, or with who is named in it.',
  })
  @ApiAcceptedResponse({ type: RehearsalView })
  @ProblemResponse(409, 'Several are played now.')
  begin(@Body() request: RehearsalRequest): RehearsalView {
    return this.rehearsals.begin(request);
  }

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'List the scenarios that were played',
    description: 'The latest that this process knows of; the one begun last comes first.',
  })
  @ApiOkResponse({ type: RehearsalPage })
  list(@Query() page: Page): RehearsalPage {
    return this.rehearsals.list(page);
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({ summary: 'See how far a scenario is, and how it went' })
  @ApiOkResponse({ type: RehearsalView })
  one(@Param('id', Id) id: string): RehearsalView {
    return this.rehearsals.one(id);
  }

  @Post(':id/stop')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Stop playing a scenario',
    description: 'What was written is answered all the same.',
  })
  @ApiOkResponse({ type: RehearsalView })
  stop(@Param('id', Id) id: string): RehearsalView {
    return this.rehearsals.stop(id);
  }
}
