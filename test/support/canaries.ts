import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { aSid } from './stores/mailboxes.js';
import { type ModelServer, startModelServer } from './model-server.js';
import { RecadoProcess } from './recado.process.js';
import { exchange } from './socket.js';

/** What must never be seen outside, each to be found by a part that no mask leaves. */
export const CANARIES = {
  phone: '2025550187',
  userId: '13491208655302749999',
  text: 'canary-of-a-text',
  name: 'canary-of-a-name',
  media: 'canary-of-media',
  place: 'canary-of-a-place',
  wrongToken: 'canary-of-a-wrong-token',
  adminToken: 'canary-of-the-admin-token',
  authToken: 'canaryofthetwilioauthtoken0123456',
  sharedKey: 'canary-of-a-shared-key',
  apiSecret: 'canary-of-an-api-secret',
  apiCredentials: Buffer.from(`SK${'2'.repeat(32)}:canary-of-an-api-secret`).toString('base64'),
  hook: 'canary-of-a-hook',
  mailPassword: 'canary-of-the-mail-password',
  mailbox: 'canary-of-a-mailbox@shop.example',
  modelKey: 'sk-canary-of-the-model-key',
  mongoPassword: 'canary-of-a-password',
  secretKey: Buffer.from('canary-of-the-key-of-all-secrets').toString('base64'),
};
const ACCOUNT = `AC${'1'.repeat(32)}`;
export const FROM = `whatsapp:+1${CANARIES.phone}`;
/** Twilio's mark on a request; without it the caller is somebody else, who has the right signature. */
const AS_TWILIO: Record<string, string> = { 'I-Twilio-Idempotency-Token': 'e2e' };
export const FORM = {
  AccountSid: ACCOUNT,
  From: FROM,
  ExternalUserId: `whatsapp:US.${CANARIES.userId}`,
  ParentExternalUserId: `whatsapp:US.ENT.${CANARIES.userId}`,
  WaId: `1${CANARIES.phone}`,
  ProfileName: CANARIES.name,
  Body: `What about ${CANARIES.text}?`,
  MediaUrl0: `https://api.twilio.com/${CANARIES.media}`,
  MediaContentType0: 'image/png',
  Latitude: '1.5',
  Longitude: '2.5',
  Address: CANARIES.place,
};

/** A Recado that logs all it can, between a model and a Twilio whose words quote what they got. */
export class CanaryCage {
  readonly directory = mkdtempSync(join(tmpdir(), 'recado-'));
  /** Error answers, headers and all. */
  readonly answers: string[] = [];
  /** What Twilio does with a message. */
  twilioDoes: 'accept' | 'refuse' | 'fail' | 'cut' = 'accept';
  /** How often Twilio was asked. */
  asked = 0;
  recado: RecadoProcess;
  model: ModelServer;
  private twilio: Server;

  static async open(env: NodeJS.ProcessEnv): Promise<CanaryCage> {
    const cage = new CanaryCage();
    cage.model = await startModelServer();
    cage.twilio = cage.quotingTwilio();
    await new Promise<void>((done) => cage.twilio.listen(0, '127.0.0.1', done));
    cage.recado = await RecadoProcess.start(cage.directory, { ...cage.environment(), ...env });
    return cage;
  }

  /** Posts a form, signed unless told otherwise, and remembers an error's answer. */
  async post(
    path: string,
    fields: object,
    { signature, by = AS_TWILIO }: { signature?: string; by?: Record<string, string> } = {},
  ) {
    const form = Object.fromEntries(Object.entries({ MessageSid: aSid(), ...fields }));
    const url = `${this.recado.url}/api/v1/whatsapp/${path}`;
    const signed = signature ?? getExpectedTwilioSignature(CANARIES.authToken, url, form);
    const headers = { 'X-Twilio-Signature': signed, ...by };
    const body = new URLSearchParams(form);
    return this.remember(await fetch(url, { method: 'POST', headers, body }));
  }

  async admin(method: string, path: string, body?: object, token = CANARIES.adminToken) {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const call = { method, headers, body: body && JSON.stringify(body) };
    return this.remember(await fetch(this.recado.url + path, call));
  }

  /** Sends bytes as they are, and remembers what comes back. */
  async raw(bytes: string): Promise<void> {
    this.answers.push(await exchange(Number(new URL(this.recado.url).port), bytes));
  }

  get log(): string {
    return this.recado.stdout + this.recado.stderr;
  }

  async failures(): Promise<number> {
    const { text } = await this.admin('GET', '/api/v1/failures');
    return (JSON.parse(text) as { items: object[] }).items.length;
  }

  async close(): Promise<void> {
    await this.recado?.stop('SIGKILL');
    await this.model.close();
    this.twilio.closeAllConnections();
    this.twilio.close();
    rmSync(this.directory, { recursive: true });
  }

  private async remember(response: Response): Promise<{ status: number; text: string }> {
    const text = await response.text();
    if (response.status >= 400) this.answers.push(JSON.stringify([...response.headers]) + text);
    return { status: response.status, text };
  }

  private quotingTwilio(): Server {
    return createServer(async (request, response) => {
      let got = '';
      for await (const chunk of request) got += String(chunk);
      const { To, Body } = Object.fromEntries(new URLSearchParams(got));
      this.asked++;
      const does = this.twilioDoes;
      if (does === 'cut') return void request.socket.destroy();
      const status = { accept: 201, refuse: 400, fail: 500 }[does];
      const message = `Cannot send to ${To} (${To?.replace('whatsapp:', '')}), ${request.headers.authorization}`;
      const body = does === 'accept' ? { sid: aSid(), status: 'queued' } : { code: 21211, message };
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ ...body, body: Body }));
    });
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      LOG_LEVEL: 'trace',
      LOG_FORMAT: 'json',
      SIMULATOR: 'off',
      ADMIN_TOKEN: CANARIES.adminToken,
      SECRET_KEY: CANARIES.secretKey,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: CANARIES.authToken,
      TWILIO_SHARED_KEYS: `k1=${CANARIES.sharedKey}`,
      TWILIO_API_KEY_SID: `SK${'2'.repeat(32)}`,
      TWILIO_API_KEY_SECRET: CANARIES.apiSecret,
      TWILIO_WHATSAPP_FROM: 'whatsapp:+15005550006',
      TWILIO_API_BASE: `http://127.0.0.1:${(this.twilio.address() as AddressInfo).port}`,
      OPENAI_BASE_URL: this.model.url,
      OPENAI_API_KEY: CANARIES.modelKey,
      CHAT_MODEL: 'obedient',
    };
  }
}

/** In which place which canaries were seen, and the line. */
export function seenIn(place: string, text: string): [string, string, string | undefined][] {
  const seen = Object.entries(CANARIES).filter(([, canary]) => text.includes(canary));
  return seen.map(([name, canary]) => {
    const line = text.split('\n').find((one) => one.includes(canary));
    return [place, name, line];
  });
}
