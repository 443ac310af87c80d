import { createServer, type ServerOptions } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import { answerUnread } from './unread-requests.js';

const SECOND = 1000;

/** What a connection may cost before anything is known of who is on it. Milliseconds and bytes. */
const LIMITS: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10 * SECOND,
  // With the body: the largest is a document, of 4 MiB.
  requestTimeout: 60 * SECOND,
  // Longer than proxies keep theirs (60 s mostly): else they write into one that just closed.
  keepAliveTimeout: 75 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
  // Node would answer it bare; `hostRequired` does so as a problem.
  requireHostHeader: false,
};

/** Express on a server with limits of its own. */
export class BoundedExpressAdapter extends ExpressAdapter {
  /** `limits`: in place of ours, for tests that can't wait for them. */
  constructor(private readonly limits: ServerOptions = {}) {
    super();
  }

  override initHttpServer(): void {
    const server = createServer({ ...LIMITS, ...this.limits }, this.getInstance());
    answerUnread(server);
    this.setHttpServer(server);
  }
}
