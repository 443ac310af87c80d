/**
 * An OpenAI-compatible server for chat, pictures and voice notes that does as it is told. In tests:
 * `startModelServer`. As a process: `node test/support/model-server.ts --port 8090 --mode echo`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { completion, isPicture, read, send } from './answers/model-answers.js';

/** How it refuses a request; `reset` closes the connection. */
export type ModelRefusal =
  { status: number; headers?: Record<string, string>; code?: string } | 'reset';

/** What it does with a request; `echo` answers with the last user message, `slow` does so late. */
export type ModelMode = 'echo' | 'fixed' | 'hang' | '500' | 'empty' | 'slow';

interface Heard {
  body: {
    model: string;
    messages: { role: string; content: string }[];
    temperature?: number;
    max_tokens?: number;
    max_completion_tokens?: number;
  };
  authorization?: string;
  /** Resolves when the caller closed its connection before it got an answer. */
  abandoned: Promise<void>;
}

/** A voice note that it heard. */
interface HeardNote {
  model: string;
  language: string | null;
  name: string;
  bytes: Buffer;
}

export interface ModelServer {
  /** For OPENAI_BASE_URL. */
  url: string;
  requests: Heard[];
  mode: ModelMode;
  /** What `fixed` answers. */
  text: string;
  /** What it hears in voice notes; a number: the HTTP status of its refusal. */
  hears: string | number;
  notes: HeardNote[];
  /** What it sees in pictures; a number: the HTTP status of its refusal. */
  sees: string | number;
  /** The pictures that it was shown, as data URLs. */
  pictures: string[];
  /** `length` says that the limit of tokens has cut the answer. */
  finish: 'stop' | 'length';
  /** What the message of an answer holds besides: thoughts in a field of their own, for one. */
  beside: Record<string, unknown>;
  /** The parameters that it refuses with a 400, each with the text of the error. */
  refuses: Record<string, object>;
  /** How late `slow` is, in milliseconds. */
  delayMs: number;
  /** It refuses as many of the next requests, in this way each, whatever the mode. */
  refusals: ModelRefusal[];
  /** The tokens that it says it used. */
  tokens: { in: number; out: number };
  /** Questions that hold this text hang, whatever the mode. */
  hangOn?: string;
  /** Answers what hangs by echoing it. */
  release(): void;
  /** Resolves when it has heard that many requests. */
  heard(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startModelServer(
  options: { port?: number; mode?: ModelMode; text?: string; delayMs?: number } = {},
): Promise<ModelServer> {
  const waiting: { count: number; resolve: () => void }[] = [];
  const hanging: (() => void)[] = [];
  const http = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, '127.0.0.1', resolve));
  const server: ModelServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    requests: [],
    mode: options.mode ?? 'echo',
    text: options.text ?? 'A fixed answer.',
    finish: 'stop',
    beside: {},
    refuses: {},
    delayMs: options.delayMs ?? 500,
    hears: 'A voice note.',
    notes: [],
    sees: 'A picture.',
    pictures: [],
    refusals: [],
    tokens: { in: 1, out: 1 },
    release: () => hanging.splice(0).forEach((echo) => echo()),
    heard: (count) =>
      new Promise((resolve) => {
        if (server.requests.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: () => {
      http.closeAllConnections();
      return new Promise((resolve) => http.close(() => resolve()));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/v1/audio/transcriptions') return hear(request, response);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      return send(response, 404, { error: { message: 'only POST /v1/chat/completions' } });
    }
    const body = JSON.parse((await read(request)).toString('utf8')) as Heard['body'];
    if (isPicture(body.messages.at(-1)?.content)) return see(body, response);
    const abandoned = new Promise<void>((resolve) => {
      response.once('close', () => !response.writableFinished && resolve());
    });
    server.requests.push({ body, authorization: request.headers.authorization, abandoned });
    for (const { count, resolve } of waiting) if (server.requests.length >= count) resolve();
    const refusal = server.refusals.shift();
    if (refusal === 'reset') return void response.destroy();
    if (!refusal) return answer(body, response);
    for (const [name, value] of Object.entries(refusal.headers ?? {}))
      response.setHeader(name, value);
    const { status, code } = refusal;
    send(response, status, { error: { message: 'refused', type: code, code } });
  }

  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { 'content-type': request.headers['content-type']! };
    const form = await new Response(new Uint8Array(await read(request)), { headers }).formData();
    const [file, language] = [form.get('file') as File, form.get('language') as string | null];
    const bytes = Buffer.from(await file.arrayBuffer());
    server.notes.push({ model: form.get('model') as string, language, name: file.name, bytes });
    if (server.mode === 'hang') return;
    if (typeof server.hears === 'number') return send(response, server.hears, { error: {} });
    send(response, 200, { text: server.hears });
  }

  function see({ model, messages }: Heard['body'], response: ServerResponse): void {
    const content = messages.at(-1)!.content as unknown as { image_url?: { url: string } }[];
    server.pictures.push(content.find(({ image_url }) => image_url)!.image_url!.url);
    if (typeof server.sees === 'number') return send(response, server.sees, { error: {} });
    send(response, 200, completion(model, server.sees, server));
  }

  async function answer(body: Heard['body'], response: ServerResponse): Promise<void> {
    const last = body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
    const refused = Object.keys(server.refuses).find((name) => name in body);
    if (refused) return send(response, 400, server.refuses[refused]);
    if (server.mode === 'hang' || (server.hangOn && last.includes(server.hangOn))) {
      return void hanging.push(() => send(response, 200, completion(body.model, last, server)));
    }
    if (server.mode === '500') {
      const message = 'Incorrect key sk-secret provided';
      return send(response, 500, { error: { message, type: 'server_error' } });
    }
    if (server.mode === 'slow') await delay(server.delayMs);
    const content = { fixed: server.text, empty: '' }[server.mode as string] ?? last;
    send(response, 200, completion(body.model, content, server));
  }
  return server;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8090' },
      mode: { type: 'string', default: 'echo' },
      text: { type: 'string' },
      delay: { type: 'string', default: '500' },
    },
  });
  const server = await startModelServer({
    port: Number(values.port),
    mode: values.mode as ModelMode,
    text: values.text,
    delayMs: Number(values.delay),
  });
  console.log(`READY ${server.url}`);
}
