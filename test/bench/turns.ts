import mongoose from 'mongoose';
import { startModelServer } from '../support/model-server.js';
import { until } from '../support/until.js';
import { medians } from './load.js';
import { createsIn, ledgerIn, startEmulator } from './emulator.js';
import { type MeasuredProcess, urlOf } from './process.js';
import { accept, ADMIN_TOKEN, inRounds, type Place, startRecado } from './servers.js';

/** Longer than this, the backlog isn't waited for. */
const PATIENCE_MS = 120_000;
/** Milliseconds between two looks: a look takes of the CPU, too. */
const LOOK_MS = 200;
const DELIVERED = /^recado_message_seconds_count\{step="delivered"\} (\d+)/m;
/** Milliseconds for which a process that has worked all off is watched. */
const REST_MS = 5000;

export interface TurnRow {
  store: string;
  turns: number;
  /** Turns a second, from the first create at Twilio's place to the last one. */
  perSecond: number;
  /** Milliseconds of CPU of Recado's process for a turn, its callbacks included. */
  cpuMs: number;
  /**
   * Commands to MongoDB, and transactions committed and aborted, for a turn: what the process asks each second
   * anyway isn't in it.
   */
  commands?: number;
  committed?: number;
  aborted?: number;
}

/**
 * A steady drain: so many people have written, each once, while nobody worked; then a process begins
 * to answer them, with as many workers as it has by itself and an instant model.
 */
export async function measureTurns(
  rounds: number,
  turns: number,
  place: (name: string) => Record<string, Place>,
): Promise<TurnRow[]> {
  const measure = (store: string, one: Place) => drain(store, one, turns);
  return (await inRounds('turns', rounds, place, measure)).map(medians);
}

async function drain(store: string, place: Place, turns: number): Promise<TurnRow> {
  const written = await accept(place, turns);
  const model = await startModelServer({ mode: 'echo' });
  const emulator = await startEmulator(place.directory, written);
  const before = await counted(place);
  const began = performance.now();
  const { recado } = await startRecado(place, { emulator, model });
  try {
    const times = await workedOff(ledgerIn(place.directory), turns);
    await told(recado, turns);
    const cpu = Object.values(recado.cpuMs()).reduce((sum, ms) => sum + ms, 0);
    const after = await counted(place);
    const seconds = (performance.now() - began) / 1000;
    const rest = await atRest(place);
    const each = (which: keyof Counts) =>
      (after![which] - before![which] - rest![which] * seconds) / turns;
    return {
      store,
      turns,
      perSecond: ((turns - 1) * 1000) / (times.at(-1)! - times[0]),
      cpuMs: cpu / turns,
      ...(before && {
        commands: each('commands'),
        committed: each('committed'),
        aborted: each('aborted'),
      }),
    };
  } finally {
    await Promise.all([recado.kill(), emulator.kill(), model.close()]);
  }
}

/** Waits until Twilio's place has made a message of each answer. */
function workedOff(ledger: string, turns: number): Promise<number[]> {
  return until(
    async () => {
      const times = createsIn(ledger);
      if (times.length >= turns) return times;
      throw new Error(`${times.length} of ${turns} were answered`);
    },
    PATIENCE_MS,
    LOOK_MS,
  );
}

/** Waits until Recado was told of each answer that it was delivered. */
async function told(recado: MeasuredProcess, turns: number): Promise<void> {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  await until(
    async () => {
      const metrics = await fetch(`${urlOf(recado)}/metrics`, { headers });
      const count = Number(DELIVERED.exec(await metrics.text())?.[1] ?? 0);
      if (count >= turns) return true;
      throw new Error(`${count} of ${turns} were told to be delivered`);
    },
    PATIENCE_MS,
    LOOK_MS,
  );
}

/** What a process asks in a second that has nothing to do: the slower the machine, the more of it falls on a turn. */
async function atRest(place: Place): Promise<Counts | undefined> {
  const before = await counted(place);
  if (!before) return undefined;
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const after = await counted(place);
  const aSecond = (which: keyof Counts) => ((after![which] - before[which]) * 1000) / REST_MS;
  return {
    commands: aSecond('commands'),
    committed: aSecond('committed'),
    aborted: aSecond('aborted'),
  };
}

interface Counts {
  commands: number;
  committed: number;
  aborted: number;
}

/** What a client asks for; the driver's own talk with the server isn't counted. */
const COMMANDS = `find aggregate count distinct getMore insert update delete findAndModify
  commitTransaction abortTransaction`.split(/\s+/);

/** Reads what the server has counted since its start. */
async function counted({ mongoUri }: Place): Promise<Counts | undefined> {
  if (!mongoUri) return undefined;
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  try {
    const status = await connection.db!.command({ serverStatus: 1 });
    const totals = status.metrics.commands as Record<string, { total: number } | undefined>;
    return {
      commands: COMMANDS.reduce((sum, name) => sum + Number(totals[name]?.total ?? 0), 0),
      committed: Number(status.transactions.totalCommitted),
      aborted: Number(status.transactions.totalAborted),
    };
  } finally {
    await connection.close();
  }
}
