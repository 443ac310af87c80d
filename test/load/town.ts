/**
 * A town that runs for a test: any number of Recados and the emulator, each a process of its own; in
 * this one a model that echoes, and a front door that shares the webhooks out among the Recados.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { startModelServer, type ModelServer } from '../support/model-server.js';
import { RecadoProcess } from '../support/recado.process.js';
import { until } from '../support/until.js';
import { openFrontDoor, type FrontDoor } from './front-door.js';
import { SimulatorProcess } from './simulator.process.js';

/** The list of failures while there is none. */
export const NO_FAILURES = {
  account: null,
  held_lines: [],
  total: 0,
  counts: { dead: 0, uncertain: 0, fallback: 0 },
  items: [],
  next_cursor: null,
};

export const ADMIN_TOKEN = 'load-test-token';
export const AUTH_TOKEN = 'a'.repeat(32);
export const ACCOUNT_SID = `AC${'b'.repeat(32)}`;
const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** What an operator would look at. */
const LEVELS = ['warn', 'error', 'fatal'];

export interface TownOptions {
  /** Empty: SQLite. */
  mongoUri?: string;
  nodes?: number;
  /** More of Recado's environment. */
  env?: NodeJS.ProcessEnv;
  /** What stands between the Recados and the emulator, whose address it is told; its own address. */
  twilio?: (emulator: string) => Promise<string>;
}

export class Town {
  readonly directory = mkdtempSync(join(tmpdir(), 'recado-town-'));
  readonly ledger = join(this.directory, 'ledger.jsonl');
  model: ModelServer;
  /** All that were started. */
  private readonly processes: RecadoProcess[] = [];
  readonly nodes: RecadoProcess[] = [];
  /** Of the nodes, for the front door; 0 where none listens. */
  private readonly ports: number[];
  private door: FrontDoor;
  /** Where the Recados find it. */
  private twilio: string;
  simulator: SimulatorProcess;

  private readonly options: TownOptions;

  private constructor(options: TownOptions) {
    this.options = options;
    this.ports = Array.from({ length: options.nodes ?? 1 }, () => 0);
  }

  static async start(options: TownOptions = {}): Promise<Town> {
    const town = new Town(options);
    town.model = await startModelServer({ mode: 'echo' });
    town.door = await openFrontDoor(town.ports);
    try {
      await town.startSimulator();
      await Promise.all(town.ports.map((_, n) => town.startNode(n)));
    } catch (error) {
      await town.stop();
      throw error;
    }
    return town;
  }

  get mongoUri(): string | undefined {
    return this.options.mongoUri;
  }

  get webhookUrl(): string {
    return `${this.door.url}/api/v1/whatsapp/webhook`;
  }

  /** One message from a sender, as Twilio would send it; the webhook's HTTP status. */
  async write(from: string, body: string, sid: string, more = {}): Promise<number | null> {
    const message = { ...more, from, body, message_sid: sid };
    type Answer = { status: number | null };
    return (await this.simulator.control<Answer>('POST', 'messages', message)).status;
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
    const answer = await this.nodes[node].call('GET', `/health/${of}`);
    return [answer.status, ((await answer.json()) as { detail?: string }).detail];
  }

  /** All that the Recados wrote, one after the other. */
  get output(): string {
    return this.processes.map(({ stdout, stderr }) => stdout + stderr).join('');
  }

  /** The lines that the nodes logged, by their message. */
  get log(): string[] {
    const lines = this.output.split('\n').filter((line) => line.startsWith('{'));
    const logged = lines.map((line) => JSON.parse(line) as { level: string; msg: string });
    return logged.filter(({ level }) => LEVELS.includes(level)).map(({ msg }) => msg);
  }

  async setFaults(faults: unknown): Promise<void> {
    await this.simulator.control('PUT', 'faults', faults);
  }

  /** Asks a node's admin API. */
  async admin<T>(path: string, node = 0): Promise<T> {
    return (await (await this.nodes[node].call('GET', path)).json()) as T;
  }

  async kill(node: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<unknown[]> {
    const ended = await this.nodes[node].stop(signal);
    this.takeOut(node);
    return ended;
  }

  /** From now on the front door sends it nothing new. */
  takeOut(node: number): void {
    this.ports[node] = 0;
  }

  /** From now on the front door sends it something, too. */
  letIn(node: number): void {
    this.ports[node] = Number(new URL(this.nodes[node].url).port);
  }

  /** Resolves once it is ready. It says itself where it listens. `command`: see `BuiltProcess`. */
  async startNode(node: number, env: NodeJS.ProcessEnv = {}, command?: string[]): Promise<void> {
    const all = { ...this.environment(), ...env };
    const recado = await RecadoProcess.start(this.directory, all, command);
    this.processes.push(recado);
    this.nodes[node] = recado;
    this.letIn(node);
    await until(async () => {
      recado.mustRun();
      return (await recado.call('GET', '/health/ready')).ok;
    }, 60_000);
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.stop('SIGKILL')));
    await Promise.all([this.door.close(), this.model.close(), this.simulator?.stop('SIGKILL')]);
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  private async startSimulator(): Promise<void> {
    this.simulator = await SimulatorProcess.start(this.directory, {
      SIMULATOR_LEDGER: this.ledger,
      SIMULATOR_ACCOUNT_SID: ACCOUNT_SID,
      SIMULATOR_AUTH_TOKEN: AUTH_TOKEN,
      SIMULATOR_WEBHOOK_URL: this.webhookUrl,
    });
    const { address } = this.simulator;
    this.twilio = (await this.options.twilio?.(address)) ?? address;
  }

  private environment(): NodeJS.ProcessEnv {
    const { mongoUri, env } = this.options;
    const { twilio } = this;
    return {
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
      LOG_FORMAT: 'json',
      ...env,
    };
  }
}

export const aSid = () => `SM${randomUUID().replaceAll('-', '')}`;
