import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { PeopleWaiting, StatsQuery, StatsSpan, StatsView } from './stats.dto.js';
import { StatsService } from './stats.service.js';
import { UnansweredView } from './unanswered/unanswered.dto.js';
import { UnansweredService } from './unanswered/unanswered.service.js';

/** Shows figures, and what the documents lack. */
@ApiTags('figures')
@ApiBearerAuth()
@Controller('api/v1/stats')
export class StatsController {
  constructor(
    private readonly stats: StatsService,
    private readonly unanswered: UnansweredService,
  ) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    summary: 'Show figures of a span of time',
    description:
      'Of WhatsApp: messages, answers, refusals, failures, durations, cost; by hour or day.',
  })
  @ApiOkResponse({ type: StatsView })
  figures(@Query() query: StatsQuery): Promise<StatsView> {
    return this.stats.figures(query);
  }

  @Get('waiting')
  @Needs('read')
  @ApiOperation({
    summary: 'Count who waits for a person',
    description: 'By an index alone: it may be asked again and again.',
  })
  @ApiOkResponse({ type: PeopleWaiting })
  people(): Promise<PeopleWaiting> {
    return this.stats.people();
  }

  @Get('unanswered')
  @Needs('read')
  @ApiOperation({
    summary: 'List the questions without an answer',
    description:
      'What was refused, ended as the fallback message or was judged wrong, by WhatsApp and the chat ' +
      'API; grouped by likeness, the largest group first.',
  })
  @ApiOkResponse({ type: UnansweredView })
  questions(@Query() span: StatsSpan): Promise<UnansweredView> {
    return this.unanswered.groups(span);
  }
}
