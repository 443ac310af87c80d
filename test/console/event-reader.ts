import { get, type IncomingMessage } from 'node:http';
import { expect } from 'vitest';
import { until } from '../support/until.js';

const PATIENCE_MS = 30_000;

export interface Heard {
  id: string;
  event: string;
  data: Record<string, string>;
  /** When it came, of `performance.now()`. */
  at: number;
}

/** Reads a stream of events, as a browser does. */
export class EventReader {
  readonly heard: Heard[] = [];
  /** All that came, comments too. */
  text = '';
  /** The id to come back with. */
  lastId = '';
  ended = false;

  private constructor(private readonly answer: IncomingMessage) {
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => this.take(chunk));
    answer.on('error', () => undefined);
    answer.on('close', () => (this.ended = true));
  }

  /** Whether the server ended it, rather than cut it off. */
  get whole(): boolean {
    return this.answer.complete;
  }

  /** Resolves with the answer's head: that of a refusal has no reader. */
  static open(
    url: string,
    headers: Record<string, string>,
  ): Promise<{ status: number; headers: IncomingMessage['headers']; reader: EventReader }> {
    return new Promise((resolve, reject) => {
      get(`${url}/api/v1/events`, { headers, agent: false }, (answer) =>
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          reader: new EventReader(answer),
        }),
      ).on('error', reject);
    });
  }

  /** Waits until all of these have come, in this order, whatever came between. */
  async hears(...wanted: object[]): Promise<Heard[]> {
    return until(async () => this.inOrder(wanted), PATIENCE_MS).catch((cause) => {
      throw new Error(`heard: ${this.heard.map(plain).join('; ')}`, { cause });
    });
  }

  /** Reads no more: what is sent waits. */
  pause(): void {
    this.answer.pause();
  }

  close(): void {
    this.answer.destroy();
  }

  private inOrder(wanted: object[]): Heard[] | undefined {
    let from = 0;
    const found = wanted.map((one) => {
      const at = this.heard.findIndex((heard, n) => n >= from && matches(heard, one));
      from = at + 1;
      return at < 0 ? undefined : this.heard[at];
    });
    return found.every((one) => one !== undefined) ? (found as Heard[]) : undefined;
  }

  private take(chunk: string): void {
    const before = this.text.lastIndexOf('\n\n') + 2;
    this.text += chunk;
    const blocks = this.text
      .slice(before > 1 ? before : 0)
      .split('\n\n')
      .slice(0, -1);
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 2)]),
      );
      if (fields.id) this.lastId = fields.id;
      if (!fields.data) continue;
      const { id, event, data } = fields;
      this.heard.push({ id, event, data: JSON.parse(data), at: performance.now() });
    }
  }
}

const plain = ({ event, data }: Heard) => `${event} ${JSON.stringify(data)}`;

function matches(heard: Heard, wanted: object): boolean {
  try {
    expect(heard).toMatchObject(wanted);
    return true;
  } catch {
    return false;
  }
}
