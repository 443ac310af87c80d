import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startModelServer } from '../support/model-server.js';
import { createsIn, ledgerIn, startEmulator } from './emulator.js';
import { accept, type Place, startRecado, type Work } from './servers.js';

/** Milliseconds that the model takes for an answer. */
const MODEL_MS = 1000;
/** Milliseconds that a process is given to warm up: its code is compiled while it works. */
const WARM_MS = 10_000;
/** Milliseconds in which creates are counted after that. */
const WINDOW_MS = 30_000;

export interface NodesRow {
  processes: number;
  /** Turns a second, while mailboxes wait. */
  perSecond: number;
  /** The same of one process. */
  ofOne: number;
}

/**
 * How many turns one, two and three processes work off beside one MongoDB, with a model that takes a
 * second: `waiting` people have written before. Undefined without MongoDB.
 */
export async function measureNodes(
  waiting: number,
  places: Record<string, Place>,
): Promise<NodesRow[] | undefined> {
  const place = Object.values(places).find(({ mongoUri }) => mongoUri);
  if (!place) return undefined;
  const model = await startModelServer({ mode: 'slow', delayMs: MODEL_MS });
  const emulator = await startEmulator(place.directory, await accept(place, waiting));
  const work = { emulator, model };
  try {
    const rows: NodesRow[] = [];
    for (const processes of [1, 2, 3]) {
      const perSecond = await worked(place, processes, work);
      rows.push({ processes, perSecond, ofOne: perSecond / (rows[0]?.perSecond ?? perSecond) });
      console.log(`nodes: ${processes} of 3`);
    }
    return rows;
  } finally {
    await Promise.all([emulator.kill(), model.close()]);
  }
}

async function worked(place: Place, processes: number, work: Work): Promise<number> {
  const started = await Promise.all(
    Array.from({ length: processes }, (_, n) => {
      const directory = join(place.directory, `node-${n}`);
      mkdirSync(directory, { recursive: true });
      return startRecado({ ...place, directory }, work);
    }),
  );
  const ledger = ledgerIn(place.directory);
  const began = Date.now() + WARM_MS;
  await new Promise((resolve) => setTimeout(resolve, WARM_MS + WINDOW_MS));
  const created = createsIn(ledger).filter((at) => at >= began && at < began + WINDOW_MS);
  await Promise.all(started.map(({ recado }) => recado.kill('SIGTERM')));
  return (created.length * 1000) / WINDOW_MS;
}
