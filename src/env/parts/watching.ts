import { IsIn, IsOptional } from 'class-validator';
import { BaseAddress, Secret, Share, Word } from '../rules.js';

/** How much the log tells, the least first. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
/** One of these. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The variables of what an operator watches: the log, and traces by OpenTelemetry's own names. */
export class WatchingEnv {
  @IsIn(LOG_LEVELS, {
    message: 'must be fatal, error, warn, info, debug, trace or silent',
  })
  LOG_LEVEL: LogLevel = 'info';
  @IsOptional()
  @IsIn(['pretty', 'json'], { message: 'must be pretty or json' })
  LOG_FORMAT?: 'pretty' | 'json';

  /** Where traces go, by OTLP over HTTP: `/v1/traces` is joined to it. None leave without it. */
  @BaseAddress()
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  /** `name=value` pairs, by commas, for each request to it. */
  @Secret()
  OTEL_EXPORTER_OTLP_HEADERS?: string;
  @Word()
  OTEL_SERVICE_NAME = 'recado';
  /** The share of messages that are traced, from 0 to 1. */
  @Share()
  OTEL_TRACES_SAMPLER_ARG = 1;
}
