/**
 * A town that runs for a test: the emulator and any number of Recados, each a process of its own,
 * a model that echoes, and a front door that shares the webhooks out among the Recados.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { openFrontDoor, type FrontDoor } from './front-door.js';
import { startModelServer, type ModelServer } from '../support/model-server.js';

const dist = (file: string) => new URL(`../../dist/${file}`, import.meta.url).pathname;

export const ADMIN_TOKEN = 'load-test-token';
export const AUTH_TOKEN = 'a'.repeat(32);
export const ACCOUNT_SID = `AC${'b'.repeat(32)}`;
const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

export interface TownOptions {
  /** Empty: SQLite. */
  mongoUri?: string;
  nodes?: number;
  /** More of Recado's environment. */
  env?: NodeJS.ProcessEnv;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Asks again until `what` gives something. */
export async function until<T>(
  what: () => Promise<T | undefined | false>,
  withinMs: number,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await what().catch(() => undefined);
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export class Town {
  readonly directory = mkdtempSync(join(tmpdir(), 'recado-town-'));
  readonly ledger = join(this.directory, 'ledger.jsonl');
  readonly output: string[] = [];
  private readonly children = new Set<ChildProcess>();
  private nodes: { child?: ChildProcess; port: number }[] = [];
  private door: FrontDoor;
  model: ModelServer;
  private simulator: number;

  private readonly options: TownOptions;

  private constructor(options: TownOptions) {
    this.options = options;
  }

  static async start(options: TownOptions = {}): Promise<Town> {
    const town = new Town(options);
    town.model = await startModelServer({ mode: 'echo' });
    for (let n = 0; n < (options.nodes ?? 1); n++) town.nodes.push({ port: await freePort() });
    town.door = await openFrontDoor(town.nodes.map(({ port }) => port));
    await town.startSimulator();
    await Promise.all(town.nodes.map((_, n) => town.startNode(n)));
    return town;
  }

  get webhookUrl(): string {
    return `${this.door.url}/api/v1/whatsapp/webhook`;
  }

  /** One message from a sender, as Twilio would send it; the webhook's HTTP status. */
  async write(from: string, body: string, sid: string): Promise<number | null> {
    const answer = await fetch(`http://127.0.0.1:${this.simulator}/control/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from, body, message_sid: sid }),
    });
    return ((await answer.json()) as { status: number | null }).status;
  }

  /** As a JSON caller that has the account's token, by way of the front door. */
  post(fields: { From: string; Body: string; MessageSid: string }): Promise<Response> {
    const form = { AccountSid: ACCOUNT_SID, ...fields };
    const signature = getExpectedTwilioSignature(AUTH_TOKEN, this.webhookUrl, form);
    const headers = { 'X-Twilio-Signature': signature };
    return fetch(this.webhookUrl, { method: 'POST', headers, body: new URLSearchParams(form) });
  }

  /** What a node's health says: the status, and what is down. */
  async health(of: 'live' | 'ready', node = 0): Promise<[number, string | undefined]> {
    const answer = await fetch(`http://127.0.0.1:${this.nodes[node].port}/health/${of}`);
    return [answer.status, ((await answer.json()) as { detail?: string }).detail];
  }

  /** The lines that the nodes logged, by their message. */
  get log(): string[] {
    const lines = this.output.join('').split('\n');
    return lines
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line).msg as string);
  }

  async setFaults(faults: unknown): Promise<void> {
    await fetch(`http://127.0.0.1:${this.simulator}/control/faults`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(faults),
    });
  }

  /** Asks a node's admin API. */
  async admin<T>(path: string, node = 0): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${this.nodes[node].port}${path}`, {
      headers: { Authorization: `Bearer ${ADMIN_TOKEN}` },
    });
    return (await answer.json()) as T;
  }

  async kill(node: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<unknown[]> {
    const child = this.nodes[node].child!;
    const ended =
      child.exitCode === null && !child.signalCode ? once(child, 'close') : [child.exitCode];
    child.kill(signal);
    return ended;
  }

  async startNode(node: number): Promise<void> {
    const { port } = this.nodes[node];
    const child = this.run('main.js', this.environment(node));
    this.nodes[node].child = child;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(this.output.join(''));
      return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
    }, 60_000);
  }

  async stop(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    await Promise.all([this.door.close(), this.model.close()]);
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  private async startSimulator(): Promise<void> {
    this.simulator = await freePort();
    this.run('simulator/main.js', {
      SIMULATOR_PORT: String(this.simulator),
      SIMULATOR_LEDGER: this.ledger,
      SIMULATOR_ACCOUNT_SID: ACCOUNT_SID,
      SIMULATOR_AUTH_TOKEN: AUTH_TOKEN,
      SIMULATOR_WEBHOOK_URL: this.webhookUrl,
    });
    const control = `http://127.0.0.1:${this.simulator}/control/faults`;
    await until(async () => (await fetch(control)).ok, 60_000);
  }

  private environment(node: number): NodeJS.ProcessEnv {
    const twilio = `http://127.0.0.1:${this.simulator}`;
    const { mongoUri, env } = this.options;
    return {
      PORT: String(this.nodes[node].port),
      SIMULATOR: 'off',
      DATA_DIR: join(this.directory, `data-${mongoUri ? 'mongo' : 'sqlite'}`),
      ...(mongoUri && { MONGODB_URI: mongoUri }),
      ADMIN_TOKEN,
      SECRET_KEY,
      PUBLIC_URL: this.door.url,
      TWILIO_API_BASE: twilio,
      TWILIO_MESSAGING_API_BASE: twilio,
      TWILIO_ACCOUNT_SID: ACCOUNT_SID,
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      TWILIO_WHATSAPP_FROM: 'whatsapp:+14155238886',
      OPENAI_BASE_URL: this.model.url,
      CHAT_MODEL: 'echo',
      RATE_LIMIT_PER_MINUTE: '100000',
      LOG_LEVEL: 'warn',
      LOG_FORMAT: 'json',
      ...env,
    };
  }

  private run(file: string, env: NodeJS.ProcessEnv): ChildProcess {
    const { PATH } = process.env;
    const child = spawn(process.execPath, [dist(file)], {
      cwd: this.directory,
      env: { PATH, ...env },
    });
    const keep = (chunk: Buffer) => void this.output.push(chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.children.add(child);
    child.once('close', () => this.children.delete(child));
    return child;
  }
}

export const aSid = () => `SM${randomUUID().replaceAll('-', '')}`;
