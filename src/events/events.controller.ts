import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Needs } from '../http/admin/scope.js';
import { NoHead } from '../http/edge/other-methods.js';
import { StreamsService } from './streams.service.js';

const DESCRIPTION = `Server-sent events, while somebody listens; comments keep the connection alive. Each says
what changed, by ids alone, for the reader to ask for it again:

- \`conversation\` \`{ "id" }\`
- \`handover\` \`{ "id", "step", "reason" }\`: a conversation's way to a person and back, as in its \`handover\`
- \`message\` \`{ "id", "sid"?, "conversation_id" }\`: a message came, was written, or its sending goes on
- \`failures\`, \`settings\`, \`knowledge\`, \`account\` \`{}\`
- \`reset\` \`{}\`: some were missed

A reader that was cut off sends the last \`id\` as \`Last-Event-ID\`, and gets what came since.`;

/** Tells the console what happens. */
@ApiTags('console')
@ApiBearerAuth()
@Controller('api/v1/events')
export class EventsController {
  constructor(private readonly streams: StreamsService) {}

  @Get()
  @Needs('read')
  @UseGuards(NoHead)
  @ApiOperation({ summary: 'Hear what changes', description: DESCRIPTION })
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string' } })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  begin(@Res() response: Response): Promise<void> {
    return this.streams.begin(response);
  }
}
