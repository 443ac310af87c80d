import { aSid, type Town } from './town.js';

/** How many people write how much, and how often Twilio repeats itself. */
export interface CrowdOptions {
  senders: number;
  texts: number;
  /** The share of webhooks that are repeats of one before: 0 to 1. */
  repeated: number;
}

export const MANY: CrowdOptions = { senders: 100, texts: 1000, repeated: 0.2 };

interface Webhook {
  from: string;
  body: string;
  sid: string;
}

/**
 * A crowd writes: each sender one text after the other, all senders at once. Of the webhooks, the
 * given share are repeats. What gets no 2xx is sent again, as Twilio does, before the sender's next.
 */
export class Crowd {
  private readonly queues: Webhook[][];

  private readonly town: Town;

  constructor(town: Town, { senders, texts, repeated }: CrowdOptions) {
    this.town = town;
    const distinct = Math.round(texts * (1 - repeated));
    this.queues = Array.from({ length: senders }, () => []);
    for (let n = 0; n < distinct; n++) {
      const from = `whatsapp:+1500555${String(1000 + (n % senders))}`;
      this.queues[n % senders].push({ from, body: `text ${n} from ${n % senders}`, sid: aSid() });
    }
    for (let n = distinct; n < texts; n++) this.repeat(this.queues[n % senders], n);
  }

  /** Writes all of it; resolves when each webhook got its 2xx. */
  async write(): Promise<void> {
    await Promise.all(this.queues.map((queue) => this.writeOneByOne(queue)));
  }

  private async writeOneByOne(queue: Webhook[]): Promise<void> {
    for (const { from, body, sid } of queue) {
      for (;;) {
        const status = await this.town.write(from, body, sid);
        if (status && status < 300) break;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  /** Somewhere behind the first. */
  private repeat(queue: Webhook[], n: number): void {
    const original = n % queue.length;
    queue.splice(original + 1 + (n % (queue.length - original)), 0, queue[original]);
  }
}
