import type { Env } from '../env/env.js';
import { isLoopback } from '../env/env.js';
import { isPublicHost } from '../egress/public-address.js';
import { remembered } from '../language/remembered.js';

const WEBHOOK = '/api/v1/whatsapp/webhook';
const STATUS = '/api/v1/whatsapp/status';
const SIMULATOR = '/simulator';

/** The account that the simulator plays, while it takes Twilio's place. */
export interface SimulatedTwilio {
  accountSid: string;
  authToken: string;
  /** `id=secret` pairs, by commas, if it signs with any. */
  sharedKeys?: string;
  /** The business's number: `whatsapp:+14155238886`. */
  from: string;
}

/** Asked for each message that is sent, of the same two addresses. */
const isPublic = remembered((url) => isPublicHost(new URL(url).hostname), 10);

/** Our own addresses and Twilio's. They are fixed once we listen; none ends in a slash. */
export class Endpoints {
  private port: number;

  /** `simulated`: the simulator inside this process takes Twilio's place, with this account. */
  constructor(
    private readonly env: Env,
    readonly simulated?: SimulatedTwilio,
  ) {
    this.port = env.PORT;
  }

  /** Sets the port that we listen on: with PORT 0 the system has chosen it. */
  listensOn(port: number): void {
    this.port = port;
  }

  /** Whether the simulator takes Twilio's place. */
  get simulator(): boolean {
    return this.simulated !== undefined;
  }

  /** The address at which a process on this machine reaches us. */
  get localUrl(): string {
    const { HOST } = this.env;
    const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
    const bare = host.replace(/^\[|\]$/g, '');
    return `http://${bare.includes(':') ? `[${bare}]` : bare}:${this.port}`;
  }

  /** The address that Twilio calls and signs, with its path prefix. */
  get publicUrl(): string {
    return this.env.PUBLIC_URL ?? `http://localhost:${this.port}`;
  }

  /** The address to which Twilio posts incoming messages. */
  get webhookUrl(): string {
    return this.publicUrl + WEBHOOK;
  }

  /** The address of Twilio's REST API (api.twilio.com) or of the simulator's. */
  get twilioApiBase(): string {
    return this.simulator ? this.localUrl + SIMULATOR : this.env.TWILIO_API_BASE;
  }

  /** The address of Twilio's Messaging API (messaging.twilio.com) or of the simulator's. */
  get twilioMessagingApiBase(): string {
    return this.simulator ? this.localUrl + SIMULATOR : this.env.TWILIO_MESSAGING_API_BASE;
  }

  /** The address of Twilio's Content API (content.twilio.com) or of the simulator's. */
  get twilioContentBase(): string {
    const given = this.simulator ? undefined : this.env.TWILIO_CONTENT_API_BASE;
    return given ?? this.besideApi('content');
  }

  /** The address of Twilio's Monitor API (monitor.twilio.com). */
  get twilioMonitorBase(): string {
    return this.besideApi('monitor');
  }

  /** The address of Twilio's API for Webhook Rules (webhooks.twilio.com). */
  get twilioWebhooksBase(): string {
    return this.besideApi('webhooks');
  }

  /**
   * The address of another host of Twilio's, of the same region. Where TWILIO_API_BASE isn't one of
   * Twilio's, it is that address itself: credentials go nowhere that the operator hasn't named.
   */
  private besideApi(name: string): string {
    const base = this.twilioApiBase;
    const ofTwilio = /^https:\/\/api(?=(\.[\w-]+)*\.twilio\.com$)/;
    return ofTwilio.test(base) ? base.replace(ofTwilio, `https://${name}`) : base;
  }

  /** The address for status callbacks; undefined when Twilio could not call it. */
  get statusCallbackUrl(): string | undefined {
    return this.unreachable ? undefined : this.publicUrl + STATUS;
  }

  /**
   * Whether Twilio can't call us: it is on another machine, and PUBLIC_URL is a loopback address; or
   * it is on the public internet, and PUBLIC_URL isn't. A message that asks for callbacks there is
   * refused by Twilio, with error 21609.
   */
  get unreachable(): boolean {
    if (this.simulator) return false;
    const [ours, twilios] = [this.publicUrl, this.twilioApiBase];
    if (isLoopback(ours)) return !isLoopback(twilios);
    return !isPublic(ours) && isPublic(twilios);
  }
}
