import { connect, type Socket } from 'node:net';
import type { Webhook } from './webhooks.js';

export interface Load {
  /** The messages that got a 2xx. */
  acknowledged: string[];
  /** Answers with any other status. */
  refused: number;
  seconds: number;
  /** Milliseconds from a request to its answer, sorted. */
  latencies: Float64Array;
}

/**
 * Each connection sends a request, waits for its answer, and sends the next. Straight on sockets:
 * the generator shares two cores with the server that it measures, and must cost little. Ends
 * early, without an error, when the server goes away.
 */
export async function load(
  port: number,
  webhooks: Webhook[],
  connections: number,
  seen: (acknowledged: number) => void = () => undefined,
): Promise<Load> {
  const latencies = new Float64Array(webhooks.length);
  const result: Load = { acknowledged: [], refused: 0, seconds: 0, latencies };
  let next = 0;
  const began = performance.now();
  const line = () =>
    new Promise<void>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let current: Webhook;
      let sentAt = 0;
      const send = () => {
        if (next === webhooks.length) return socket.end();
        current = webhooks[next++];
        sentAt = performance.now();
        return socket.write(current.bytes);
      };
      onAnswers(socket, (status) => {
        latencies[result.acknowledged.length + result.refused] = performance.now() - sentAt;
        if (status >= 200 && status < 300) result.acknowledged.push(current.sid);
        else result.refused++;
        seen(result.acknowledged.length);
        send();
      });
      socket.once('connect', send);
      socket.once('error', () => undefined);
      socket.once('close', () => resolve());
    });
  await Promise.all(Array.from({ length: connections }, line));
  result.seconds = (performance.now() - began) / 1000;
  const count = result.acknowledged.length + result.refused;
  result.latencies = latencies.subarray(0, count).sort();
  return result;
}

/** Calls back with the status of each whole answer. Answers have a Content-Length here. */
function onAnswers(socket: Socket, answered: (status: number) => void): void {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (text.length < head + 4 + length) return;
    const status = Number(text.slice(9, 12));
    text = '';
    answered(status);
  });
}

/** Of sorted values. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** A row of the medians of the numbers in several rows. */
export function medians<Row extends object>(rows: Row[]): Row {
  const middle = Object.entries(rows[0]).map(([field, value]) => [
    field,
    typeof value === 'number'
      ? median(rows.map((row) => row[field as keyof Row] as number))
      : value,
  ]);
  return Object.fromEntries(middle) as Row;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
