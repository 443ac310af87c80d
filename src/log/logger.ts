import { Injectable } from '@nestjs/common';
import { Logger, type Params, PinoLogger } from 'nestjs-pino';
import type { DestinationStream, LoggerOptions } from 'pino';
import pretty from 'pino-pretty';
import type { Env } from '../env/env.js';
import type { LogLevel } from '../env/parts/watching.js';
import { traceIds } from '../tracing/traced.js';
import { logContext } from './context.js';
import { maskLine, plainError } from './redaction.js';

/** The loggers with which Nest reports each module and route at the start. */
const NEST_START = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Nest's logger with a quiet start: Nest's own reports of it appear only with LOG_LEVEL=debug. */
@Injectable()
export class QuietLogger extends Logger {
  /** Logs at level info; Nest's reports of its start at level debug. */
  override log(message: unknown, ...optional: unknown[]): void {
    if (NEST_START.has(optional.at(-1) as string)) this.debug(message, ...optional);
    else super.log(message, ...optional);
  }

  /** Logs an error, but not Nest's stack about a port that is taken: the start reports that itself. */
  override error(message: unknown, ...optional: unknown[]): void {
    const taken =
      optional.at(-1) === 'NestApplication' && String(message).startsWith('Error: listen ');
    if (!taken) super.error(message, ...optional);
  }
}

/** Whether log lines are formatted for people: LOG_FORMAT decides, else whether it is a terminal. */
export function isPretty(env: Env, stream: { isTTY?: boolean } = process.stdout): boolean {
  return env.LOG_FORMAT ? env.LOG_FORMAT === 'pretty' : stream.isTTY === true;
}

/** How much the log of this process tells, from now on where `to` is given. */
export function logLevel(to?: LogLevel): LogLevel {
  const { root } = PinoLogger;
  if (to) root.level = to;
  return root.level as LogLevel;
}

/** Whether the log tells what only `debug` and `trace` do. */
export function tellsAll(): boolean {
  return PinoLogger.root.isLevelEnabled('debug');
}

/**
 * The options for nestjs-pino. Each line carries the ids of the request, the conversation and the
 * turn that it belongs to. Requests, answers and headers are not logged automatically, because they
 * hold texts, addresses and secrets.
 */
export function logging(env: Env, stream: DestinationStream = process.stdout): Params {
  const options: LoggerOptions = {
    level: env.LOG_LEVEL,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    mixin: () => ({ ...logContext(), ...traceIds() }),
    formatters: { level: (level) => ({ level }) },
    serializers: { err: plainError },
    hooks: { streamWrite: maskLine },
  };
  const destination = isPretty(env) ? forPeople(stream) : stream;
  // nestjs-pino's middleware is off: it makes a logger for each request, and `mixin` costs less.
  return { pinoHttp: [{ ...options, autoLogging: false }, destination], forRoutes: [] };
}

function forPeople(stream: DestinationStream): DestinationStream {
  return pretty({
    destination: stream as NodeJS.WritableStream,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname,context,request_id,conversation_id,turn_id,trace_id,span_id',
    messageFormat: '{if context}{context}: {end}{msg}{if request_id} [{request_id}]{end}',
  });
}
