import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Needs } from '../../http/admin/scope.js';
import { ProblemResponse } from '../../http/problems/problem.response.js';
import { Id } from '../../http/validation.js';
import { DeliveryPage, DeliveryQuery, TestedEndpoint } from '../announcements/announcement.dto.js';
import { DeliveriesService } from './deliveries.service.js';
import { PostingService } from './posting.service.js';

const NOT_FAILED = 'No delivery of this id was given up.';

/** Shows how the telling of news goes. */
@ApiTags('webhooks')
@ApiBearerAuth()
@Controller('api/v1')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly posting: PostingService,
  ) {}

  @Needs('read')
  @Get('webhook-deliveries')
  @ApiOperation({
    summary: 'List what is told to other systems',
    description:
      'The newest first: what waits, what was delivered in the last seven days, and what was given up ' +
      'after a day of tries, kept for 90 days.',
  })
  @ApiOkResponse({ type: DeliveryPage })
  list(@Query() query: DeliveryQuery): Promise<DeliveryPage> {
    return this.deliveries.page(query);
  }

  @Needs('operate')
  @Post('webhook-deliveries/:id/retry')
  @HttpCode(204)
  @ApiOperation({ summary: 'Tell once more what was given up' })
  @ApiNoContentResponse()
  @ProblemResponse(404, NOT_FAILED)
  retry(@Param('id', Id) id: string): Promise<void> {
    return this.deliveries.retry(id);
  }

  @Needs('operate')
  @Post('webhook-deliveries/:id/discard')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take what was given up off the list' })
  @ApiNoContentResponse()
  @ProblemResponse(404, NOT_FAILED)
  discard(@Param('id', Id) id: string): Promise<void> {
    return this.deliveries.discard(id);
  }

  @Needs('admin')
  @Post('webhooks/:id/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Post a test to an endpoint',
    description: 'At once, and once: of the type `webhook.test`. Says whether it was taken.',
  })
  @ApiOkResponse({ type: TestedEndpoint })
  @ProblemResponse(404, 'There is no endpoint of this id.')
  test(@Param('id', Id) id: string): Promise<TestedEndpoint> {
    return this.posting.test(id);
  }
}
