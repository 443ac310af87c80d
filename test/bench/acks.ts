import { type Load, load, median, percentile } from './load.js';
import { keptMessages } from './kept.js';
import type { Cpu, MeasuredProcess } from './process.js';
import { type Place, startBare, startRecado } from './servers.js';
import { signedWebhooks } from './webhooks.js';

export const CONNECTIONS = [50, 200];

/** What one server did with one round of webhooks. */
export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  /** Milliseconds of the server's CPU for each request. */
  cpuMs: number;
  /** Of those: the thread that serves, the one that writes SQLite's file, and Node's helpers. */
  serving: number;
  writing: number;
  helping: number;
  memoryMb: number;
}

export interface AckRow extends Omit<Figures, 'serving' | 'writing' | 'helping'> {
  server: string;
  connections: number;
  /** Against bare Express in the same round: the median of the rounds' ratios. */
  rate: number;
  cpu: number;
  /** The same of its threads, against all of Express's. */
  threads: { serving: number; writing: number; helping: number };
}

export interface Durable {
  server: string;
  acknowledged: number;
  missing: number;
}

export interface AckOptions {
  rounds: number;
  /** Webhooks that each server gets in a round, for each number of connections. */
  webhooks: number;
  places: Record<string, Place>;
}

interface Server {
  name: string;
  process: MeasuredProcess;
  place?: Place;
  acknowledged: string[];
}

/** Webhooks acknowledged a second, each server after the other, in rounds; then SIGKILL. */
export async function measureAcks(options: AckOptions) {
  const servers = await startAll(options.places);
  for (const server of servers) await send(server, 2000, 50);
  const rounds: Map<string, Figures>[] = [];
  for (let n = 0; n < options.rounds; n++) {
    rounds.push(await round(rotated(servers, n), options.webhooks));
    console.log(`acks: round ${n + 1} of ${options.rounds}`);
  }
  const durable: Durable[] = [];
  for (const server of servers) if (server.place) durable.push(await killed(server));
  await Promise.all(servers.map(({ process }) => process.kill()));
  return { rows: rowsOf(servers, rounds), durable };
}

async function startAll(places: Record<string, Place>): Promise<Server[]> {
  const servers: Server[] = [
    { name: 'node:http', process: await startBare('http'), acknowledged: [] },
    { name: 'Express', process: await startBare('express'), acknowledged: [] },
  ];
  for (const [name, place] of Object.entries(places)) {
    const { recado } = await startRecado(place);
    servers.push({ name, process: recado, place, acknowledged: [] });
  }
  return servers;
}

/** Another order in each round: whoever comes after a heavy one isn't always the same. */
function rotated<T>(list: T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

async function round(servers: Server[], webhooks: number): Promise<Map<string, Figures>> {
  const figures = new Map<string, Figures>();
  for (const connections of CONNECTIONS) {
    for (const server of servers) {
      const measured = await send(server, webhooks, connections);
      figures.set(`${server.name} ${connections}`, measured);
      console.log(`  ${server.name}, ${connections}: ${Math.round(measured.perSecond)} a second`);
    }
  }
  return figures;
}

async function send(server: Server, count: number, connections: number): Promise<Figures> {
  const webhooks = signedWebhooks(count);
  const before = server.process.cpuMs();
  const done = await load(server.process.port, webhooks, connections);
  const cpu = cpuOf(before, server.process.cpuMs(), count);
  keep(server, done);
  if (done.acknowledged.length !== count) throw new Error(`${server.name} refused ${done.refused}`);
  return {
    perSecond: count / done.seconds,
    p50: percentile(done.latencies, 0.5),
    p99: percentile(done.latencies, 0.99),
    ...cpu,
    memoryMb: server.process.memoryMb(),
  };
}

/** Whether a name means the main thread or a `Worker` is Node's matter: see /proc/PID/task. */
function cpuOf(before: Cpu, after: Cpu, count: number) {
  const of = (name: string) => ((after[name] ?? 0) - (before[name] ?? 0)) / count;
  const all = Object.keys(after).reduce((sum, name) => sum + of(name), 0);
  const [serving, writing] = [of('MainThread'), of('WorkerThread')];
  return { cpuMs: all, serving, writing, helping: all - serving - writing };
}

function keep(server: Server, { acknowledged }: Load): void {
  if (server.place) server.acknowledged = server.acknowledged.concat(acknowledged);
}

/** Killed in the midst of it: what it had acknowledged must be there. */
async function killed(server: Server): Promise<Durable> {
  let dead: Promise<void> | undefined;
  const done = await load(server.process.port, signedWebhooks(4000), 50, (acknowledged) => {
    if (acknowledged >= 2000) dead ??= server.process.kill('SIGKILL');
  });
  await dead;
  keep(server, done);
  const kept = await keptMessages(server.place!);
  const missing = server.acknowledged.filter((sid) => !kept.has(sid)).length;
  return { server: server.name, acknowledged: server.acknowledged.length, missing };
}

function rowsOf(servers: Server[], rounds: Map<string, Figures>[]): AckRow[] {
  return CONNECTIONS.flatMap((connections) =>
    servers.map(({ name }) => {
      const mine = rounds.map((round) => round.get(`${name} ${connections}`)!);
      const express = rounds.map((round) => round.get(`Express ${connections}`)!);
      const middle = (field: keyof Figures) => median(mine.map((figures) => figures[field]));
      const ratio = (field: keyof Figures, to = field) =>
        median(mine.map((figures, n) => figures[field] / express[n][to]));
      return {
        server: name,
        connections,
        perSecond: middle('perSecond'),
        p50: middle('p50'),
        p99: middle('p99'),
        cpuMs: middle('cpuMs'),
        memoryMb: middle('memoryMb'),
        rate: ratio('perSecond'),
        cpu: ratio('cpuMs'),
        threads: {
          serving: ratio('serving', 'cpuMs'),
          writing: ratio('writing', 'cpuMs'),
          helping: ratio('helping', 'cpuMs'),
        },
      };
    }),
  );
}
