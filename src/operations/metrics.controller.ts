import { Controller, Get, Header } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Needs } from '../http/admin/scope.js';
import { AnyQuery } from '../http/edge/known-query.guard.js';
import { MetricsService } from './metrics.service.js';

/** The media type of Prometheus's text format. */
const FORMAT = 'text/plain; version=0.0.4; charset=utf-8';

/** Serves the metrics to Prometheus. */
@ApiTags('operations')
@ApiBearerAuth()
@AnyQuery()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Needs('read')
  @Header('Content-Type', FORMAT)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Read the metrics',
    description: 'What this process counted, and what waits in the store.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String, description: "Prometheus's text format" })
  /** The metrics of this process and of the queue in the store. */
  read(): Promise<string> {
    return this.metrics.text();
  }
}
