import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { createApp, listen } from '../../src/app.setup.js';
import type { Clock } from '../../src/clock.js';
import { Endpoints } from '../../src/config/endpoints.js';
import { readEnv } from '../../src/env/read-env.js';
import type { FailurePage } from '../../src/failures/failure.dto.js';
import type { MessagePage } from '../../src/conversations/message.dto.js';
import { QuietLogger } from '../../src/log/logger.js';
import { Emulator } from './twilio/emulator.js';
import { type Fields, fieldsOf, formOf } from './twilio/form.js';
import { sentTo } from './twilio/sent-to.js';
import { aPhone, aSid } from './stores/mailboxes.js';
import { startModelServer, type ModelServer } from './model-server.js';
import { ADMIN_TOKEN, settings, type Store } from './stores/app-settings.js';

export { ADMIN_TOKEN } from './stores/app-settings.js';
const WEBHOOK = '/api/v1/whatsapp/webhook';
/** Twilio's mark on a request: whoever sends it gets XML, at once. */
export const AS_TWILIO = { 'I-Twilio-Idempotency-Token': 'e2e' };

/** What a signed post does otherwise than usual. */
interface Otherwise {
  path?: string;
  /** What it is signed with. */
  token?: string;
  /** In place of the right one; null: none. */
  signature?: string | null;
  headers?: Record<string, string>;
  /** Sent in place of the fields, as it is; signed as what a form's reader makes of it. */
  raw?: string | Buffer;
}

/** A whole Recado in this process, between an emulator of Twilio and a model that obeys. */
export class TestApp {
  private writing = false;

  private constructor(
    private app: NestExpressApplication,
    readonly env: NodeJS.ProcessEnv,
    private readonly directory: string,
    readonly emulator: Emulator,
    readonly model: ModelServer,
  ) {}

  /** @param clock by which the emulator goes; without it, by the machine's */
  static async start(store: Store, env: NodeJS.ProcessEnv = {}, clock?: Clock): Promise<TestApp> {
    let self: TestApp | undefined;
    const webhookUrl = () => self!.webhookUrl;
    const emulator = await Emulator.start({ webhookUrl, ...(clock && { clock }) });
    const model = await startModelServer();
    const directory = mkdtempSync(join(tmpdir(), 'recado-'));
    const known = { ...settings(store, directory, emulator, model), ...env };
    return (self = new TestApp(await appWith(known), known, directory, emulator, model));
  }

  /** The app ends, and another one goes on with its store. */
  async restart(env: NodeJS.ProcessEnv = {}): Promise<void> {
    await this.app.close();
    this.app = await appWith({ ...this.env, ...env });
  }

  get publicUrl(): string {
    return this.app.get(Endpoints).publicUrl;
  }

  get express() {
    return this.app.getHttpAdapter().getInstance();
  }

  /** Who does a part of the work, as the app itself has it. */
  part<T>(of: abstract new (...args: never[]) => T): T {
    return this.app.get(of);
  }

  /** Where the emulator sends what people write. */
  get webhookUrl(): string {
    return this.writing ? `${this.emulator.receiver.address}/aside` : this.publicUrl + WEBHOOK;
  }

  /** Somebody whose 24-hour window is open at the emulator, though the app hasn't heard of them. */
  async writer(from = `whatsapp:${aPhone()}`): Promise<string> {
    this.writing = true;
    await this.emulator.control('POST', '/messages', { from, body: 'said before' });
    this.writing = false;
    return from;
  }

  /** A webhook signed by Twilio's own helper; a JSON caller's, unless the headers say else. */
  post(fields: Fields, { path = WEBHOOK, token, signature, headers = {}, raw }: Otherwise = {}) {
    const { accountSid, authToken } = this.emulator.options;
    const body = raw ?? formOf({ AccountSid: accountSid, MessageSid: aSid(), ...fields });
    const form = fieldsOf(body);
    const right = getExpectedTwilioSignature(token ?? authToken, this.publicUrl + path, form);
    const call = request(this.app.getHttpServer()).post(path).type('form').set(headers);
    if (signature !== null) void call.set('X-Twilio-Signature', signature ?? right);
    // Bytes as they are: the client would make a form of them.
    return call.serialize((bytes) => bytes).send(body);
  }

  /** Writes as a JSON caller, and gives the conversation's id. */
  async write(from: string, text: string, more: Fields = {}): Promise<string> {
    const { body } = await this.post({ From: from, Body: text, ...more }).expect(200);
    return body.conversation_id as string;
  }

  /** Asks the admin API; `token` null: without one. */
  admin(
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
    token: string | null = '',
  ) {
    const call = request(this.app.getHttpServer())[method](path);
    if (token !== null) void call.set('Authorization', `Bearer ${token || ADMIN_TOKEN}`);
    return body ? call.send(body) : call;
  }

  configure(changes: object) {
    return this.admin('put', '/api/v1/bot/config', changes).expect(200);
  }

  async faults(faults: object): Promise<void> {
    const { status } = await this.emulator.control('PUT', '/faults', faults);
    if (status !== 200) throw new Error(`the emulator takes no such faults: ${status}`);
  }

  /** What the emulator took for this address, oldest first. */
  async sent(to: string): Promise<string[]> {
    return (await sentTo(this.emulator, to)).map(({ body }) => body);
  }

  async messages(conversation: string): Promise<MessagePage['items']> {
    const path = `/api/v1/conversations/${conversation}/messages?limit=200`;
    return ((await this.admin('get', path).expect(200)).body as MessagePage).items;
  }

  /** Of what came in, oldest first: the text and what became of it. */
  async outcomes(conversation: string): Promise<[string, string | null][]> {
    const inbound = (await this.messages(conversation)).filter((m) => m.direction === 'inbound');
    return inbound.map(({ text, outcome }) => [text, outcome]);
  }

  async failures(conversation: string): Promise<FailurePage['items']> {
    const { body } = await this.admin('get', '/api/v1/failures?limit=200').expect(200);
    return (body as FailurePage).items.filter((one) => one.conversation_id === conversation);
  }

  /** The model answers again, and Twilio too. */
  async calm(): Promise<void> {
    this.model.mode = 'echo';
    this.model.release();
    await this.faults({});
  }

  async close(): Promise<void> {
    // What it holds would keep the app's last requests from ending.
    await this.emulator.control('DELETE', '');
    await this.app.close();
    await Promise.all([this.emulator.close(), this.model.close()]);
    rmSync(this.directory, { recursive: true });
  }
}

async function appWith(given: NodeJS.ProcessEnv): Promise<NestExpressApplication> {
  const env = readEnv('/dev/null', given);
  const app = await createApp(env);
  app.useLogger(app.get(QuietLogger));
  await listen(app, env);
  return app;
}

/** Runs a suite over an app of its own, once for each store that can be had. */
export function withApp(
  name: string,
  env: NodeJS.ProcessEnv,
  suite: (app: () => TestApp) => void,
  stores: Store[] = ['sqlite', 'mongo'],
): void {
  for (const store of stores) {
    describe.skipIf(store === 'mongo' && !inject('mongo'))(`${name} on ${store}`, () => {
      let app: TestApp;
      beforeAll(async () => void (app = await TestApp.start(store, env)));
      // A test that failed midway leaves nothing behind that the next one trips over.
      afterEach(() => app?.calm());
      afterAll(() => app?.close());
      suite(() => app);
    });
  }
}
