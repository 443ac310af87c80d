import type { Env } from '../env/env.js';
import { isLoopback } from '../env/env.js';

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

  /** The address for status callbacks; undefined when Twilio could not call it. */
  get statusCallbackUrl(): string | undefined {
    return this.unreachable ? undefined : this.publicUrl + STATUS;
  }

  /** Whether Twilio can't call us: it is on another machine, and PUBLIC_URL is a loopback address. */
  get unreachable(): boolean {
    return isLoopback(this.publicUrl) && !this.simulator && !isLoopback(this.twilioApiBase);
  }
}
