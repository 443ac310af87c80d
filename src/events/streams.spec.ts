import { once } from 'node:events';
import { createServer, type IncomingMessage, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Response } from 'express';
import { afterEach, expect, it, vi } from 'vitest';
import type { ConsoleSession, ConsoleSessions } from '../http/admin/console-sessions.js';
import type { TokenHolders } from '../http/admin/token-holders.js';
import { EventFeed, type Listener } from './event-feed.js';
import { EventStream } from './stream.js';
import { StreamsService } from './streams.service.js';

const SESSION: ConsoleSession = { id: 's', signedInBy: 'link', expiresAt: 0, mark: '' };

afterEach(() => vi.useRealTimers());

function played(goesOn: () => Promise<boolean>) {
  const listeners = new Set<Listener>();
  const feed = {
    latest: '0-x',
    ready: () => Promise.resolve(),
    onSignedOut: () => undefined,
    listen: (listener: Listener) => {
      listeners.add(listener);
      return { missed: [], stop: () => listeners.delete(listener) };
    },
  } as unknown as EventFeed;
  const sessions = { goesOn } as unknown as ConsoleSessions;
  const holders = { counts: () => Promise.resolve(true) } as unknown as TokenHolders;
  const streams = new StreamsService(feed, sessions, holders);
  streams.onModuleInit();
  return { streams, listeners };
}

/** As much of an answer as a stream wants; what is written to it is kept. */
function answer(consoleSession?: ConsoleSession) {
  const closed: (() => void)[] = [];
  const response = {
    text: '',
    ended: false,
    writableLength: 0,
    req: { consoleSession, get: () => undefined },
    status: () => response,
    set: () => response,
    flushHeaders: () => undefined,
    write: (text: string) => (response.text += text),
    end: () => void (response.ended = true),
    once: (_: string, then: () => void) => closed.push(then),
  };
  return { response, close: () => closed.forEach((then) => then()) };
}
const begin = (streams: StreamsService, { response }: ReturnType<typeof answer>) =>
  streams.begin(response as unknown as Response);

it('says every fifteen seconds that it is there, and ends where the session has', async () => {
  vi.useFakeTimers();
  let over = false;
  const { streams, listeners } = played(() => Promise.resolve(!over));
  const [mine, tokens] = [answer(SESSION), answer()];
  for (const one of [mine, tokens]) await begin(streams, one);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(mine.response.text).not.toContain(': ping');
  await vi.advanceTimersByTimeAsync(1000);
  for (const { response } of [mine, tokens]) expect(response.text).toMatch(/\n\n: ping\n\n$/);
  over = true;
  await vi.advanceTimersByTimeAsync(15_000);
  expect([mine.response.ended, tokens.response.ended]).toEqual([true, false]);
  tokens.close();
  expect(listeners.size).toBe(1);
  streams.onModuleDestroy();
});

it('ends at once for a session that ended while it was opened', async () => {
  const { streams } = played(() => Promise.resolve(false));
  const one = answer(SESSION);
  await begin(streams, one);
  expect(one.response.ended).toBe(true);
  streams.onModuleDestroy();
});

it('goes on while the store cannot be asked, and ends with the process', async () => {
  const { streams } = played(() => Promise.reject(new Error('away')));
  const one = answer(SESSION);
  await begin(streams, one);
  expect(one.response.ended).toBe(false);
  streams.onModuleDestroy();
  expect(one.response.ended).toBe(true);
  await expect(begin(streams, answer())).rejects.toThrow('No more event streams');
});

it('lets go of who reads too slowly, before much waits for them', async () => {
  const answers: ServerResponse[] = [];
  const server = createServer((_, response) => void answers.push(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = get({ port, agent: false });
  asked.on('response', (slow: IncomingMessage) => slow.pause().on('error', () => undefined));
  await expect.poll(() => answers.length).toBe(1);
  const [response] = answers;
  Object.assign(response, { status: () => response, set: () => response });
  const stream = new EventStream(response as Response);
  stream.begin('0-x', []);
  let most = 0;
  const data = { id: 'x'.repeat(500) };
  for (let n = 0; n < 100_000 && !response.destroyed; n++) {
    stream.send({ id: `${n}-x`, event: 'conversation', data });
    most = Math.max(most, response.writableLength);
    if (n % 100 === 0) await new Promise(setImmediate);
  }
  expect(response.destroyed).toBe(true);
  expect(most).toBeLessThan(80 * 1024);
  stream.send({ id: '1-x', event: 'conversation', data });
  asked.destroy();
  server.close();
});
