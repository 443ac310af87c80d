import { Injectable } from '@nestjs/common';
import { Logger, type Params } from 'nestjs-pino';
import type { DestinationStream, LoggerOptions } from 'pino';
import pretty from 'pino-pretty';
import type { Env } from '../env/env.js';
import { logContext } from './context.js';
import { discreet, plainError } from './redaction.js';

/** Nest tells every module and route at its start. */
const NEST_START = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Our logger: a good start is quiet, Nest's own report of it is seen with LOG_LEVEL=debug only. */
@Injectable()
export class QuietLogger extends Logger {
  override log(message: unknown, ...optional: unknown[]): void {
    if (NEST_START.has(optional.at(-1) as string)) this.debug(message, ...optional);
    else super.log(message, ...optional);
  }

  /** A port that is taken ends the start, which says so in a line of its own. */
  override error(message: unknown, ...optional: unknown[]): void {
    const taken =
      optional.at(-1) === 'NestApplication' && String(message).startsWith('Error: listen ');
    if (!taken) super.error(message, ...optional);
  }
}

/** Whether lines are made for eyes: LOG_FORMAT says so, or a terminal shows them. */
export function isPretty(env: Env, stream: { isTTY?: boolean } = process.stdout): boolean {
  return env.LOG_FORMAT ? env.LOG_FORMAT === 'pretty' : stream.isTTY === true;
}

/**
 * What nestjs-pino needs. Each line carries the ids of the request, the
 * conversation and the turn that it belongs to. No requests, answers or headers
 * are logged by themselves: they hold texts, addresses and secrets.
 */
export function logging(env: Env, stream: DestinationStream = process.stdout): Params {
  const options: LoggerOptions = {
    level: env.LOG_LEVEL,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    mixin: () => ({ ...logContext() }),
    formatters: { level: (level) => ({ level }) },
    serializers: { err: plainError },
    hooks: { streamWrite: discreet },
  };
  const destination = isPretty(env) ? forEyes(stream) : stream;
  // Its middleware isn't used: it makes a logger for every request, which `mixin` does for less.
  return { pinoHttp: [{ ...options, autoLogging: false }, destination], forRoutes: [] };
}

function forEyes(stream: DestinationStream): DestinationStream {
  return pretty({
    destination: stream as NodeJS.WritableStream,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname,context,request_id,conversation_id,turn_id',
    messageFormat: '{if context}{context}: {end}{msg}{if request_id} [{request_id}]{end}',
  });
}
