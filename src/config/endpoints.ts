import type { Env } from '../env/env.js';
import { isLoopback } from '../env/env.js';

const WEBHOOK = '/api/v1/whatsapp/webhook';
const STATUS = '/api/v1/whatsapp/status';
const SIMULATOR = '/simulator';

/** The account that the simulator plays, while it takes Twilio's place. */
export interface SimulatedTwilio {
  accountSid: string;
  authToken: string;
  /** The business's number: `whatsapp:+14155238886`. */
  from: string;
}

/** Where we are, where Twilio is. Decided once at the start; no address ends in a slash. */
export class Endpoints {
  private port: number;

  /** With `simulated`, Twilio's place is taken by the simulator inside this process. */
  constructor(
    private readonly env: Env,
    readonly simulated?: SimulatedTwilio,
  ) {
    this.port = env.PORT;
  }

  /** PORT 0 lets the system choose: the port that it chose. */
  listensOn(port: number): void {
    this.port = port;
  }

  get simulator(): boolean {
    return this.simulated !== undefined;
  }

  /** Where a process on this machine reaches us. */
  get localUrl(): string {
    const { HOST } = this.env;
    const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
    const bare = host.replace(/^\[|\]$/g, '');
    return `http://${bare.includes(':') ? `[${bare}]` : bare}:${this.port}`;
  }

  /** The address that Twilio calls, with any path prefix: what signatures are made for. */
  get publicUrl(): string {
    return this.env.PUBLIC_URL ?? `http://localhost:${this.port}`;
  }

  get webhookUrl(): string {
    return this.publicUrl + WEBHOOK;
  }

  get twilioApiBase(): string {
    return this.simulator ? this.localUrl + SIMULATOR : this.env.TWILIO_API_BASE;
  }

  get twilioMessagingApiBase(): string {
    return this.simulator ? this.localUrl + SIMULATOR : this.env.TWILIO_MESSAGING_API_BASE;
  }

  /** None when Twilio couldn't call it: a loopback address, told to a Twilio that is elsewhere. */
  get statusCallbackUrl(): string | undefined {
    return this.unreachable ? undefined : this.publicUrl + STATUS;
  }

  /** Twilio is elsewhere and PUBLIC_URL is an address of this machine only. */
  get unreachable(): boolean {
    return isLoopback(this.publicUrl) && !this.simulator && !isLoopback(this.twilioApiBase);
  }
}
