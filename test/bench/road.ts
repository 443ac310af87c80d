import { startModelServer } from '../support/model-server.js';
import { freePort } from '../support/free-port.js';
import { createsIn, ledgerIn, startEmulator } from './emulator.js';
import { keptMessages, waitingMessages } from './kept.js';
import { load, medians, percentile } from './load.js';
import { urlOf } from './process.js';
import { inRounds, type Place, startRecado } from './servers.js';
import { signedWebhooks, type Webhook } from './webhooks.js';

const WORKERS = 8;
const BURST = 10_000;
const BURST_CONNECTIONS = 200;
/** Longer than this, the workers' backlog isn't waited for. */
const PATIENCE_MS = 30_000;

export interface RoadRow {
  store: string;
  /** Milliseconds from the process's start to the first good answer of /health/ready. */
  readyMs: number;
  restMb: number;
  /** The most that it had in memory, the burst included. */
  loadedMb: number;
  /** Milliseconds from a webhook's way out to Twilio's create, an echo for a model. */
  createP50: number;
  createP99: number;
  /** Milliseconds until a webhook of the burst was acknowledged. */
  burstP50: number;
  burstP99: number;
  /** Of the burst's webhooks: acknowledged and not in the store. */
  burstLost: number;
  /** Turns a second while the burst was worked off. */
  workedOff: number;
}

/** The whole road with workers: one message at a time, then 10,000 from 10,000 senders. */
export async function measureRoad(
  rounds: number,
  singles: number,
  place: (name: string) => Record<string, Place>,
): Promise<RoadRow[]> {
  const measure = (store: string, one: Place) => walk(store, one, singles);
  return (await inRounds('road', rounds, place, measure)).map((measured) => {
    const burstLost = measured.reduce((sum, row) => sum + row.burstLost, 0);
    return { ...medians(measured), burstLost };
  });
}

async function walk(store: string, place: Place, singles: number): Promise<RoadRow> {
  const model = await startModelServer({ mode: 'echo' });
  const port = await freePort();
  const [one, many] = [singles, BURST].map((n) => signedWebhooks(n, { to: urlOf({ port }) }));
  const emulator = await startEmulator(place.directory, [...one, ...many]);
  const work = { emulator, model, workers: WORKERS, port };
  const { recado, readyMs } = await startRecado(place, work);
  try {
    const restMb = recado.memoryMb();
    const creates = await oneByOne(port, ledgerIn(place.directory), one);
    const began = performance.now();
    const burst = await load(port, many, BURST_CONNECTIONS);
    const left = await workOff(place, began);
    const seconds = (performance.now() - began) / 1000;
    const loadedMb = recado.memoryMb('VmHWM');
    await recado.kill();
    const kept = await keptMessages(place);
    return {
      store,
      readyMs,
      restMb,
      loadedMb,
      createP50: percentile(creates, 0.5),
      createP99: percentile(creates, 0.99),
      burstP50: percentile(burst.latencies, 0.5),
      burstP99: percentile(burst.latencies, 0.99),
      burstLost:
        BURST - burst.acknowledged.length + burst.acknowledged.filter((s) => !kept.has(s)).length,
      workedOff: (BURST - left) / seconds,
    };
  } finally {
    await Promise.all([recado.kill(), emulator.kill(), model.close()]);
  }
}

/** Sorted milliseconds from each webhook's way out to the create that answers it. */
async function oneByOne(port: number, ledger: string, all: Webhook[]): Promise<number[]> {
  const times: number[] = [];
  for (const webhook of all) times.push(await createdAfter(port, ledger, webhook));
  return times.sort((a, b) => a - b);
}

/** Sends a webhook. Returns after how many milliseconds the emulator made the message that answers it. */
export async function createdAfter(
  port: number,
  ledger: string,
  webhook: Webhook,
): Promise<number> {
  // The emulator is the only one who writes there, and nobody else asks meanwhile.
  const before = createsIn(ledger).length;
  const began = Date.now();
  await load(port, [webhook], 1);
  for (;;) {
    const times = createsIn(ledger);
    if (times.length > before) return times[before] - began;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits until no message waits for a worker; how many still do when patience ends. */
async function workOff(place: Place, began: number): Promise<number> {
  for (;;) {
    const left = await waitingMessages(place);
    if (!left || performance.now() - began > PATIENCE_MS) return left;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
