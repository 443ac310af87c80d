import { Writable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { LoggerModule } from 'nestjs-pino';
import { afterEach, expect, it } from 'vitest';
import { Env } from '../env/env.js';
import { addToLog, inLog } from './context.js';
import { requestId } from '../http/edge/request-id.js';
import { RequestTrace } from './request-trace.js';
import { isPretty, logging, QuietLogger } from './logger.js';

let lines: string[] = [];
const sink = new Writable({
  write(chunk, _, done) {
    lines.push(...String(chunk).trimEnd().split('\n'));
    done();
  },
});

async function logger(values: Partial<Env>): Promise<QuietLogger> {
  const env = Object.assign(new Env(), values);
  const imports = [LoggerModule.forRoot(logging(env, sink))];
  const module = await Test.createTestingModule({ imports, providers: [QuietLogger] }).compile();
  lines = [];
  return module.get(QuietLogger);
}

afterEach(() => Logger.overrideLogger(false));

it('tells the level, the time and the request in each line, as JSON', async () => {
  Logger.overrideLogger(await logger({ LOG_FORMAT: 'json' }));
  const request = { get: () => 'request-1' };
  requestId(request as never, { setHeader: () => undefined } as never, () => {
    new Logger('Http').warn('in a request');
  });
  new Logger('Worker').log('outside');
  new Logger('Worker').debug('not asked for');
  new Logger('InstanceLoader').log('a module was loaded');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 'warn', request_id: 'request-1', msg: 'in a request' }),
    expect.objectContaining({ level: 'info', context: 'Worker', msg: 'outside' }),
  ]);
  expect(JSON.parse(lines[0]).time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

it('names the conversation, its turn and the request that brought it in the lines of its work', async () => {
  Logger.overrideLogger(await logger({ LOG_FORMAT: 'json' }));
  const trail = new RequestTrace();
  inLog({ request_id: 'request-1' }, () => trail.mark('conversation-1'));
  inLog(
    { conversation_id: 'conversation-1', request_id: trail.requestOf('conversation-1') },
    () => {
      addToLog({ turn_id: 'turn-1' });
      new Logger('Worker').log('working');
    },
  );
  new Logger('Worker').log('done');
  const [working, done] = lines.map((line) => JSON.parse(line) as object);
  expect(working).toMatchObject({
    request_id: 'request-1',
    conversation_id: 'conversation-1',
    turn_id: 'turn-1',
  });
  expect(done).not.toHaveProperty('conversation_id');
});

it('leaves out who wrote, and what hangs on an error', async () => {
  Logger.overrideLogger(await logger({ LOG_FORMAT: 'json' }));
  const error = Object.assign(
    new Error('E11000 dup key: { body: "a text, {"quoted"}" } and +12025550123'),
    {
      code: 11000,
      writeErrors: [{ op: { text: 'a text' } }],
      cause: new Error('key sk-1'),
    },
  );
  new Logger('Worker').error(error, 'failed for whatsapp:US.13491208655302741918');
  new Logger('Worker').warn({ said: 'no such user US.13491208655302741918' }, 'Twilio');
  expect(lines.join()).not.toMatch(/2025550|1349120|a text|sk-1/);
  expect(JSON.parse(lines[0])).toMatchObject({
    err: { type: 'Error', code: 11000, message: 'E11000 dup key: …' },
    msg: 'failed for …18',
  });
});

it('is for eyes on a terminal, unless told otherwise', () => {
  const env = (LOG_FORMAT?: 'pretty' | 'json') => Object.assign(new Env(), { LOG_FORMAT });
  expect(isPretty(env(), { isTTY: true })).toBe(true);
  expect(isPretty(env(), {})).toBe(false);
  expect(isPretty(env('json'), { isTTY: true })).toBe(false);
  expect(isPretty(env('pretty'), {})).toBe(true);
});
