import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Result } from '../../../src/checks/finding.js';
import type { Installation } from '../../../src/checks/installation.js';
import { botConfig } from '../../../src/config/bot-config.js';
import { Endpoints } from '../../../src/config/endpoints.js';
import { Env } from '../../../src/env/env.js';

export const PUBLIC_URL = 'https://bot.example.com';
export const OURS = `${PUBLIC_URL}/api/v1/whatsapp/webhook`;
export const FROM = 'whatsapp:+15005550006';

/** A server in Twilio's place that tells what is configured there, and an installation beside it. */
export class ToldByTwilio {
  /** What it has, by path (and page token); a number is the status of a refusal, or Twilio's code. */
  told: Record<string, unknown> = {};
  asked: IncomingMessage[] = [];
  private base = '';
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      this.asked.push(request);
      const { pathname, searchParams } = new URL(request.url!, this.base);
      const answer = this.told[pathname + (searchParams.get('PageToken') ?? '')] ?? 404;
      const code = typeof answer === 'number' ? answer : 200;
      const status = code > 20_000 ? code - 20_000 : code;
      const own = { code: code > 20_000 ? code : 20003, message: 'its-secret', status };
      const body = status === 200 ? answer : own;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  }

  installation(more: Partial<Env> = {}): Installation {
    const given = { TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'the-token' };
    const bases = { TWILIO_API_BASE: this.base, TWILIO_MESSAGING_API_BASE: this.base };
    const own = { ...bases, TWILIO_WHATSAPP_FROM: FROM, PUBLIC_URL };
    const env = Object.assign(new Env(), own, given, more);
    const config = botConfig({}, env);
    return { env, config, endpoints: new Endpoints(env), accountTaken: true } as Installation;
  }

  /** What a check finds: it shows no secret, and changes nothing at Twilio. */
  async found(check: (one: Installation) => Promise<Result>, more?: Partial<Env>): Promise<Result> {
    const result = await check(this.installation(more));
    const shown = /its-secret|the-token|pass=|me:pass/.exec(JSON.stringify(result));
    if (shown) throw new Error(`${shown[0]} is shown`);
    const changed = this.asked.find(({ method }) => method !== 'GET');
    if (changed) throw new Error(`${changed.method} ${changed.url} would change something`);
    return result;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.base = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}

/** One for a file; what it tells is forgotten before each test. */
export function toldByTwilio(): ToldByTwilio {
  const twilio = new ToldByTwilio();
  beforeAll(() => twilio.start());
  beforeEach(() => void ([twilio.told, twilio.asked] = [{}, []]));
  afterAll(() => twilio.close());
  return twilio;
}
