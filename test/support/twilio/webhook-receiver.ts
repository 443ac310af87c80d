import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';

export interface Received {
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  form: Record<string, string>;
}

/** Stands where the app would: takes what Twilio posts, and answers as it is told. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** What it does with a request; `<Response/>` unless a test says else. */
  reply: (response: ServerResponse, request: Received) => void = (response) => {
    response.writeHead(200, { 'Content-Type': 'text/xml' }).end('<Response/>');
  };
  #server: Server;
  #checks = new Set<() => void>();

  static async listen(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    receiver.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const form = { ...parse(Buffer.concat(chunks).toString()) } as Record<string, string>;
        const received = { path: request.url!, headers: request.headers, form };
        receiver.received.push(received);
        receiver.reply(response, received);
        receiver.#checks.forEach((check) => check());
      });
    });
    await new Promise<void>((done) => receiver.#server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves when so many requests that match have come, with them. */
  until(count: number, matches: (each: Received) => boolean = () => true): Promise<Received[]> {
    return new Promise((resolve) => {
      const check = () => {
        const found = this.received.filter(matches);
        if (found.length < count) return;
        this.#checks.delete(check);
        resolve(found);
      };
      this.#checks.add(check);
      check();
    });
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}
