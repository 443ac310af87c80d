import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { readEnv } from '../../../src/env/read-env.js';
import type { SimulatorOptions } from '../../../src/simulator/simulator.options.js';
import { startAlone, type Standalone } from '../../../src/simulator/standalone.js';
import { type Received, WebhookReceiver } from './webhook-receiver.js';

/** Twilio's own client, its hosts mapped to another address. */
class Redirected extends twilio.RequestClient {
  constructor(
    private readonly base: string,
    timeout: number,
  ) {
    super({ timeout });
  }

  override request(options: Parameters<twilio.RequestClient['request']>[0]) {
    const uri = options.uri.replace(/^https:\/\/(api|messaging|content)\.twilio\.com/, this.base);
    return super.request<any>({ ...options, uri });
  }
}

/** Twilio's own client for an account, talking to an emulator. */
export function twilioAt(
  base: string,
  accountSid: string,
  authToken: string,
  timeoutMs = 5_000,
): twilio.Twilio {
  return twilio(accountSid, authToken, { httpClient: new Redirected(base, timeoutMs) });
}

/** An emulator alone, a receiver of its webhooks and callbacks, and Twilio's client for it. */
export class Emulator {
  private constructor(
    private readonly standalone: Standalone,
    readonly receiver: WebhookReceiver,
  ) {}

  static async start(given: Partial<SimulatorOptions> = {}): Promise<Emulator> {
    const receiver = await WebhookReceiver.listen();
    const env = readEnv('/dev/null', { SIMULATOR_PORT: '0' });
    const webhookUrl = () => `${receiver.address}/webhook`;
    return new Emulator(await startAlone(env, { webhookUrl, ...given }), receiver);
  }

  get options(): SimulatorOptions {
    return this.standalone.options;
  }

  get address(): string {
    return this.options.address();
  }

  get client(): twilio.Twilio {
    return twilioAt(this.address, this.options.accountSid, this.options.authToken);
  }

  /** A control route, in JSON; answers with status and body. */
  async control<T = Record<string, unknown>>(method: string, path: string, body?: unknown) {
    const headers = { 'Content-Type': 'application/json' };
    const request = {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    };
    const response = await fetch(`${this.address}/control${path}`, request);
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
  }

  async close(): Promise<void> {
    await this.standalone.close();
    await this.receiver.close();
  }
}

/** One for a file: each test finds it empty, and its receiver answers as an app would. */
export function sharedEmulator() {
  let emulator: Emulator;
  beforeAll(async () => void (emulator = await Emulator.start()));
  afterAll(() => emulator.close());
  beforeEach(async () => {
    await emulator.control('DELETE', '');
    emulator.receiver.received.length = 0;
    emulator.receiver.reply = (response) =>
      response.writeHead(200, { 'Content-Type': 'text/xml' }).end('<Response/>');
  });
  return {
    emulator: () => emulator,
    write: (message: object) => emulator.control<any>('POST', '/messages', message),
    /** Whether Twilio's own check takes the signature. */
    genuine: ({ headers, form, path }: Received) =>
      twilio.validateRequest(
        emulator.options.authToken,
        headers['x-twilio-signature'] as string,
        emulator.receiver.address + path,
        form,
      ),
    /** What it sent last. */
    last: () => emulator.receiver.received.at(-1)!,
  };
}
