import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { Id } from '../http/validation.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { DecidedAll, Decision } from './decision.dto.js';
import { FailurePage, FailureQuery } from './failure.dto.js';
import { FailuresService } from './failures.service.js';

/** Lists the failures, and lets an operator retry or discard each. */
@ApiTags('failures')
@ApiBearerAuth()
@Controller('api/v1/failures')
export class FailuresController {
  constructor(private readonly failures: FailuresService) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'List the failures',
    description:
      'What was given up or is uncertain, and answers that could not be made; newest first. ' +
      '`account` says what holds all answers back, and what to do.',
  })
  @ApiOkResponse({ type: FailurePage })
  list(@Query() query: FailureQuery): Promise<FailurePage> {
    return this.failures.page(query);
  }

  @Post('retry')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send again what failed, of several failures',
    description:
      "By a person's decision: also what may have been sent already. Says of each whether it was " +
      'done: what is refused stops no other.',
  })
  @ApiOkResponse({ type: DecidedAll })
  retryAll(@Body() { ids }: Decision): Promise<DecidedAll> {
    return this.failures.retryAll(ids);
  }

  @Post('discard')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take several failures off the list',
    description: 'What became of the messages stays as it is. Says of each whether it was done.',
  })
  @ApiOkResponse({ type: DecidedAll })
  discardAll(@Body() { ids }: Decision): Promise<DecidedAll> {
    return this.failures.discardAll(ids);
  }

  @Post(':id/retry')
  @Needs('operate')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Send again what failed',
    description:
      "Sends what is left of a turn, by a person's decision: also what may have been sent already.",
  })
  @ApiNoContentResponse()
  @ProblemResponse(409, 'There is nothing to send again.')
  retry(@Param('id', Id) id: string): Promise<void> {
    return this.failures.retry(id);
  }

  @Post(':id/discard')
  @Needs('operate')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take a failure off the list',
    description: 'What became of the message stays as it is.',
  })
  @ApiNoContentResponse()
  discard(@Param('id', Id) id: string): Promise<void> {
    return this.failures.discard(id);
  }
}
