import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Egress, PUBLIC_INTERNET, type Reach } from '../../src/egress/egress.js';
import { whyNotPublic } from '../../src/egress/public-address.js';

/** A web of one server: every name leads to it, and what is private elsewhere is private here. */
export class Web {
  /** What it answers; changed from test to test. */
  answer: RequestListener = (_, response) => void response.end('hello');
  /** The host and the path of each request that came. */
  readonly asked: string[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.asked.push(`${request.headers.host} ${request.url}`);
      this.answer(request, response);
    });
  }

  static async start(): Promise<Web> {
    const web = new Web();
    await new Promise<void>((done) => void web.server.listen(0, '127.0.0.1', done));
    return web;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  at(path = '/', host = 'shop.example'): string {
    return `http://${host}:${this.port}${path}`;
  }

  /** A way out that leads here. */
  egress(changes: Partial<Reach> = {}): Egress {
    return new Egress({
      ...PUBLIC_INTERNET,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      whyNot: (address) => (address === '127.0.0.1' ? undefined : whyNotPublic(address)),
      ports: new Set([80, 443, this.port]),
      ...changes,
    });
  }

  /** Answers 200 with this body. */
  serve(body: string | Buffer, headers: Record<string, string> = {}): void {
    this.answer = (_, response) => void response.writeHead(200, headers).end(body);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => void this.server.close(() => done()));
  }
}
