import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { MessageId } from '../http/message-id.js';
import { ReplayView } from './replay/replay.dto.js';
import { ReplayService } from './replay/replay.service.js';
import { TimelineQuery, TimelineView } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';

/** Shows what became of a message, and what would be answered now. */
@ApiTags('conversations')
@ApiBearerAuth()
@Controller('api/v1/messages')
export class TimelineController {
  constructor(
    private readonly timelines: TimelineService,
    private readonly replays: ReplayService,
  ) {}

  @Get(':sid/timeline')
  @Needs('read')
  @ApiOperation({
    summary: 'Show what became of a message',
    description:
      'Every step from received to read, with durations, attempts and evidence. By the MessageSid ' +
      "of what came in or was sent, or by Recado's own id.",
  })
  @ApiOkResponse({ type: TimelineView })
  @ProblemResponse(404, 'There is no such message.')
  timeline(
    @Param('sid', MessageId) sid: string,
    @Query() { reveal }: TimelineQuery,
  ): Promise<TimelineView> {
    return this.timelines.of(sid, reveal === 'true');
  }

  @Post(':sid/replay')
  @Needs('operate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ask again what a message asked',
    description:
      'A dry run with what had been said before it: nothing is stored or sent. What a model uses ' +
      "counts towards the day's tokens.",
  })
  @ApiOkResponse({ type: ReplayView })
  @ProblemResponse(404, 'There is no such message.')
  @ProblemResponse(409, 'Nobody asked anything there.')
  replay(@Param('sid', MessageId) sid: string): Promise<ReplayView> {
    return this.replays.replay(sid);
  }
}
