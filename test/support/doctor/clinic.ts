import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, Server as HttpServer } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { createApp, listen } from '../../../src/app.setup.js';
import { examine } from '../../../src/cli/doctor/doctor.js';
import type { Finding } from '../../../src/checks/finding.js';
import { readEnv } from '../../../src/env/read-env.js';
import { QuietLogger } from '../../../src/log/logger.js';
import { newSid } from '../../../src/simulator/ledger/message.js';
import { Emulator } from '../twilio/emulator.js';
import { freePort } from '../free-port.js';
import { type ModelServer, startModelServer } from '../model-server.js';
import { settings } from '../stores/app-settings.js';

type Env = NodeJS.ProcessEnv;
/** What must never be shown. */
const SECRETS = /TOKEN|KEY$|SECRET/;

/** A Recado that may run, what it needs around it, and the doctor with the same environment. */
export class Clinic {
  private app?: NestExpressApplication;
  private readonly servers: Server[] = [];
  private readonly sockets: Socket[] = [];

  private constructor(
    readonly directory: string,
    readonly emulator: Emulator,
    readonly model: ModelServer,
    readonly env: Env,
  ) {}

  static async open(more: Env = {}): Promise<Clinic> {
    const directory = mkdtempSync(join(tmpdir(), 'recado-'));
    const emulator = await Emulator.start();
    const model = await startModelServer();
    const known = settings('sqlite', join(directory, 'data'), emulator, model);
    const env = { ...known, PORT: String(await freePort()), ...more };
    return new Clinic(directory, emulator, model, env);
  }

  get address(): string {
    return `http://127.0.0.1:${this.env.PORT}`;
  }

  /** Runs Recado, with some of its environment otherwise than the doctor's. */
  async start(otherwise: Env = {}): Promise<void> {
    await this.stop();
    const env = readEnv('/dev/null', { ...this.env, ...otherwise });
    this.app = await createApp(env);
    this.app.useLogger(this.app.get(QuietLogger));
    await listen(this.app, env);
  }

  async stop(): Promise<void> {
    await this.app?.close();
    this.app = undefined;
  }

  /** Somebody writes to one of our numbers, as Twilio brings it; throws unless it is kept. */
  async wrote(to: string): Promise<void> {
    const { accountSid, authToken } = this.emulator.options;
    const from = { From: 'whatsapp:+12025550123', Body: 'Hello?', MessageSid: newSid('SM') };
    const form = { AccountSid: accountSid, To: to, ...from };
    const path = '/api/v1/whatsapp/webhook';
    const url = `http://localhost:${this.env.PORT}${path}`;
    const headers = {
      'I-Twilio-Idempotency-Token': form.MessageSid,
      'X-Twilio-Signature': getExpectedTwilioSignature(authToken, url, form),
    };
    const body = new URLSearchParams(form);
    const { status } = await fetch(this.address + path, { method: 'POST', headers, body });
    if (status !== 200) throw new Error(`HTTP ${status}`);
  }

  /** Its findings, by the check. No secret of its environment may be in them. */
  async examine(otherwise: Env = {}): Promise<Record<string, Finding>> {
    const env = { ...this.env, ...otherwise };
    const silent = { begins: () => undefined, found: () => undefined };
    const findings = await examine(silent, () => readEnv('/dev/null', env));
    const shown = JSON.stringify(findings);
    for (const [name, value] of Object.entries(env))
      if (SECRETS.test(name) && value && shown.includes(value)) throw new Error(`${name} is shown`);
    return Object.fromEntries(findings.map((finding) => [finding.check, finding]));
  }

  /** Something that answers over HTTP, such as a proxy; gives its address. */
  async serve(handler: RequestListener): Promise<string> {
    const server = createServer(handler);
    this.servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Something that takes connections and speaks as it likes; gives its port. */
  async listen(handler: (socket: Socket) => void): Promise<string> {
    const server = createTcpServer((socket) => {
      this.sockets.push(socket.on('error', () => undefined));
      handler(socket);
    });
    this.servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return String((server.address() as AddressInfo).port);
  }

  async close(): Promise<void> {
    await this.stop();
    for (const socket of this.sockets) socket.destroy();
    for (const server of this.servers)
      if (server instanceof HttpServer) server.closeAllConnections();
    for (const server of this.servers) server.close();
    await Promise.all([this.emulator.close(), this.model.close()]);
    rmSync(this.directory, { recursive: true });
  }
}
