import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Ground } from '../row.js';

/** What is wrong with a model's server. Each answers, or doesn't, in place of the good one. */
export const MODEL_FAULTS = {
  down: (_: IncomingMessage, response: ServerResponse) => void response.destroy(),
  '401': (_: IncomingMessage, response: ServerResponse) => refuse(response, 401),
  '429': (_: IncomingMessage, response: ServerResponse) => refuse(response, 429),
  '500': (_: IncomingMessage, response: ServerResponse) => refuse(response, 500),
  hanging: () => undefined,
  slow: async (request: IncomingMessage, response: ServerResponse) => {
    await delay(700);
    say(response, JSON.stringify(saying('Slowly said.')), request);
  },
  empty: (request: IncomingMessage, response: ServerResponse) =>
    say(response, JSON.stringify(saying('')), request),
  'not-json': (request: IncomingMessage, response: ServerResponse) =>
    say(response, '<html>Bad gateway</html>', request),
  cut: (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 5000 });
    response.write(JSON.stringify(saying('Half of what')).slice(0, 60));
    setTimeout(() => response.destroy(), 50);
  },
  'not-utf8': (request: IncomingMessage, response: ServerResponse) => {
    const [before, after] = JSON.stringify(saying('A caf@')).split('@');
    const bytes = [Buffer.from(before), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(after)];
    say(response, Buffer.concat(bytes), request);
  },
  'one-megabyte': (request: IncomingMessage, response: ServerResponse) =>
    say(response, JSON.stringify(saying('So many words. '.repeat(70_000))), request),
} as const;

export type ModelFault = keyof typeof MODEL_FAULTS;

/** Stands before a model, and does instead of it what a fault says, in a share of the requests. */
export class BadModel implements Ground {
  options: Ground['options'];
  /** Where the good one is. */
  good: string;
  fault?: ModelFault;
  rate = 1;
  /** How many requests the fault met. */
  met = 0;
  private readonly server: Server;
  private random: () => number = Math.random;

  private constructor() {
    this.server = createServer((request, response) => void this.handle(request, response));
  }

  static async start(mongoUri: string | undefined): Promise<BadModel> {
    const model = new BadModel();
    model.server.listen(0, '127.0.0.1');
    await once(model.server, 'listening');
    const { port } = model.server.address() as AddressInfo;
    model.options = { mongoUri, env: { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` } };
    return model;
  }

  begin(fault: ModelFault, rate: number, random: () => number): void {
    this.random = random;
    this.rate = rate;
    this.fault = fault;
  }

  end(): void {
    this.fault = undefined;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    if (this.fault && this.random() < this.rate) {
      this.met++;
      return void MODEL_FAULTS[this.fault](request, response);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(this.good + request.url!.replace('/v1', ''), {
      method: 'POST',
      headers,
      body,
    });
    response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
  }
}

function saying(content: string): object {
  const message = { role: 'assistant', content };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  return { id: 'bad', object: 'chat.completion', created: 1, model: 'echo', choices, usage };
}

function say(response: ServerResponse, body: string | Buffer, request: IncomingMessage): void {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

function refuse(response: ServerResponse, status: number): void {
  const body = JSON.stringify({ error: { message: 'refused', type: 'fault' } });
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}
