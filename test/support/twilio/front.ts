import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an account has at messaging.twilio.com, which the emulator doesn't play. */
export interface SenderAtTwilio {
  sender_id: string;
  status?: string;
  webhook?: { callback_url: string; callback_method?: string };
}

/**
 * Stands before the emulator, in Twilio's place: plays the senders of the account, and can be broken
 * as a whole.
 */
export class TwilioFront {
  /** `hang`: takes requests and answers none. */
  mode: 'pass' | 'down' | 'hang' = 'pass';
  senders: SenderAtTwilio[] = [];
  /** The emulator's address. */
  target = '';
  /** What was asked, as `GET /path`. */
  readonly asked: string[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((asked, response) => this.answer(asked, response));
  }

  static async start(): Promise<TwilioFront> {
    const front = new TwilioFront();
    await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
    return front;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(asked: IncomingMessage, response: ServerResponse): void {
    this.asked.push(`${asked.method} ${asked.url!.split('?')[0]}`);
    if (this.mode === 'hang') return;
    if (this.mode === 'down') return json(response, 503, { code: 20503, message: 'Unavailable' });
    if (asked.url!.startsWith('/v2/Channels/Senders'))
      return json(response, 200, { meta: { key: 'senders' }, senders: this.senders });
    this.pass(asked, response);
  }

  private pass(asked: IncomingMessage, response: ServerResponse): void {
    const { method, headers, url } = asked;
    const passed = request(this.target + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    asked.pipe(passed);
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
