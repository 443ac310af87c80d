import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Milliseconds that running requests have to end once the server takes no new ones. */
const GRACE = 3000;

/**
 * At the end the server waits for the requests that run, so that nobody who was promised an
 * answer is cut off; streams and kept-open connections that outlast the grace are cut.
 */
@Injectable()
export class HttpShutdown implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    // A connection whose request has ended stays open for the next one, which must not come.
    const idle = setInterval(() => server.closeIdleConnections(), 50).unref();
    const rest = setTimeout(() => server.closeAllConnections(), GRACE).unref();
    server.once('close', () => (clearInterval(idle), clearTimeout(rest)));
  }
}
