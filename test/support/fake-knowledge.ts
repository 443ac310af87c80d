import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

/** What a request brought, as the API would see it. */
export interface Call {
  call: string;
  token?: string;
  /** Of an upload. */
  name?: string;
  text?: string;
  /** Of a page. */
  url?: string;
}

interface Answer {
  status: number;
  body?: object;
  headers?: Record<string, string>;
}

/** The documents' part of the admin API, played: it remembers what it was asked. */
export class FakeKnowledge {
  readonly calls: Call[] = [];
  /** What it answers; changed from test to test. */
  answer: (call: Call) => Answer | Promise<Answer> = () => ({
    status: 201,
    body: { id: 'one', outcome: 'new' },
  });
  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (request, response) => {
      const call = await callOf(request);
      this.calls.push(call);
      const { status, body, headers } = await this.answer(call);
      response.writeHead(status, headers).end(body && JSON.stringify(body));
    });
  }

  static async start(): Promise<FakeKnowledge> {
    const fake = new FakeKnowledge();
    await new Promise<void>((done) => void fake.server.listen(0, '127.0.0.1', done));
    return fake;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The names and addresses that it was given, in order. */
  get given(): (string | undefined)[] {
    return this.calls.map(({ name, url }) => name ?? url);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => void this.server.close(() => done()));
  }
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const { method, url, headers } = request;
  const call = `${method} ${url!.replace('/api/v1/knowledge/', '')}`;
  const body = new Response(Readable.toWeb(request) as ReadableStream, {
    headers: { 'Content-Type': headers['content-type'] ?? '' },
  });
  const whole = { call, token: headers.authorization };
  if (headers['content-type'] === 'application/json')
    return { ...whole, ...((await body.json()) as { url: string }) };
  if (!headers['content-type']) return whole;
  const form = await body.formData();
  const file = form.get('file') as File;
  return { ...whole, name: form.get('name') as string, text: await file.text() };
}
