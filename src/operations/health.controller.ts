import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type HealthCheckResult, HealthCheckService } from '@nestjs/terminus';
import { Problem } from '../http/problems/problem.js';
import { ProblemResponse } from '../http/problems/problem.response.js';
import { Public } from '../http/admin/admin.guard.js';
import { Readiness } from './readiness.js';

const STATUS = {
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string', enum: ['ok'] } },
};
const STATES = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: ['status'],
    properties: {
      status: { type: 'string', enum: ['up', 'down'] },
      message: { type: 'string' },
      passages: { type: 'integer' },
      embedded: { type: 'integer' },
    },
  },
};
const READY = {
  type: 'object',
  required: ['status', 'details'],
  properties: { ...STATUS.properties, info: STATES, error: STATES, details: STATES },
};

/** Serves the checks of a supervisor or a load balancer. */
@ApiTags('operations')
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Check that the process answers', description: 'Asks nobody else.' })
  @ApiOkResponse({ schema: STATUS })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Check that messages are taken and answered',
    description:
      'The store can be written and the worker runs. Without documents it is ready, too, and ' +
      '`details` says how to add some; with embeddings, how many passages have vectors; and whether ' +
      'Twilio refuses the account.',
  })
  @ApiOkResponse({ schema: READY })
  @ProblemResponse(503, '`detail` says what is down.')
  ready(): Promise<HealthCheckResult> {
    const { readiness } = this;
    return this.health
      .check([
        () => readiness.store(),
        () => readiness.worker(),
        () => readiness.documents(),
        () => readiness.embeddings(),
        () => readiness.twilio(),
      ])
      .catch(notReady);
  }
}

/** Turns the exception of Terminus into a problem that names what is down. */
function notReady(error: { response?: HealthCheckResult }): never {
  const down = Object.entries(error.response?.error ?? {});
  const what = down.map(([name, state]) => `${name} ${state?.message}`).join('; ');
  throw new Problem(503, 'Service Unavailable', what || 'shutting down', { cause: error });
}
