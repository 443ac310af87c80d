import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Response } from 'express';
import { type ConsoleSession, ConsoleSessions } from '../http/admin/console-sessions.js';
import { type TokenHolder, TokenHolders } from '../http/admin/token-holders.js';
import { Problem } from '../http/problems/problem.js';
import { EventFeed } from './event-feed.js';
import { EventStream } from './stream.js';

/** So many streams at most: each tab of a browser has one. */
const MOST = 100;
/** Milliseconds between two pings. */
const PING_MS = 15_000;

/** By what somebody listens. */
interface Listener {
  session?: ConsoleSession;
  holder: TokenHolder;
}

/** The streams that are open. They end with their session or token, and with the process. */
@Injectable()
export class StreamsService implements OnModuleInit, OnModuleDestroy {
  private readonly open = new Map<EventStream, Listener>();
  private timer?: NodeJS.Timeout;
  private closing = false;
  /** Streams that are about to be opened count, too. */
  private opening = 0;

  constructor(
    private readonly feed: EventFeed,
    private readonly sessions: ConsoleSessions,
    private readonly holders: TokenHolders,
  ) {}

  /** Answers by events, until one side ends it. Throws a `Problem` (503) at too many. */
  async begin(response: Response): Promise<void> {
    if (this.closing || this.open.size + this.opening >= MOST) throw tooMany();
    this.opening++;
    await this.feed.ready().finally(() => this.opening--);
    // The caller may be gone by now, and the process about to end.
    if (this.closing) throw tooMany();
    if (response.destroyed) return;
    const stream = new EventStream(response);
    const { consoleSession: session, holder } = response.req;
    const listener = { session, holder: holder! };
    const after = response.req.get('last-event-id');
    const { missed, stop } = this.feed.listen((sent) => stream.send(sent), after);
    this.open.set(stream, listener);
    stream.onClose(() => (stop(), this.open.delete(stream)));
    stream.begin(this.feed.latest, missed);
    // It may have ended between the guard's look and now.
    await this.look(stream, listener);
  }

  onModuleInit(): void {
    this.feed.onSignedOut((id) => this.endAll(({ session }) => session?.id === id));
    this.timer = setInterval(() => this.ping(), PING_MS).unref();
  }

  onModuleDestroy(): void {
    this.closing = true;
    clearInterval(this.timer);
    this.endAll(() => true);
  }

  private endAll(which: (listener: Listener) => boolean): void {
    for (const [stream, listener] of this.open) if (which(listener)) stream.end();
  }

  private ping(): void {
    for (const [stream, listener] of this.open) {
      stream.ping();
      void this.look(stream, listener);
    }
  }

  /** Ends a stream whose session or token is over. While the store is away, none is. */
  private async look(stream: EventStream, { session, holder }: Listener): Promise<void> {
    const goesOn = session ? this.sessions.goesOn(session) : this.holders.counts(holder);
    if (!(await goesOn.catch(() => true))) stream.end();
  }
}

function tooMany(): Problem {
  const headers = { 'Retry-After': '5' };
  const detail = 'No more event streams can be opened now: close some, or try again.';
  return new Problem(503, 'Service Unavailable', detail, { headers });
}
