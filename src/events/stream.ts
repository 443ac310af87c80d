import type { Response } from 'express';
import type { Sent } from './event-feed.js';

/** Milliseconds after which a browser whose stream has ended opens it again. */
const RETRY_MS = 1000;
/** Bytes that may wait for a slow reader. It loses nothing: it comes back with the id it has. */
const MOST_WAITING = 64 * 1024;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // nginx would hold events back until its buffer is full.
  'X-Accel-Buffering': 'no',
};

/** An answer that goes on: server-sent events (WHATWG HTML, section 9.2). */
export class EventStream {
  constructor(private readonly response: Response) {}

  /** Begins it. `latest` is the id from which a reader goes on that is cut off before any event. */
  begin(latest: string, missed: Sent[]): void {
    this.response.status(200).set(HEADERS);
    this.response.flushHeaders();
    this.write(`retry: ${RETRY_MS}\nid: ${latest}\n\n`);
    for (const sent of missed) this.send(sent);
  }

  send({ id, event, data }: Sent): void {
    this.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** So that no proxy takes the connection for a dead one, and who is gone is noticed. */
  ping(): void {
    this.write(': ping\n\n');
  }

  end(): void {
    this.response.end();
  }

  onClose(then: () => void): void {
    this.response.once('close', then);
  }

  private write(text: string): void {
    const { response } = this;
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > MOST_WAITING) response.destroy();
  }
}
