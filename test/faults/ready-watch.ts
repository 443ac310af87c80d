import { setTimeout as delay } from 'node:timers/promises';
import type { Town } from '../load/town.js';
import { until } from '../support/until.js';

/** What a node said of itself, and when that was asked and answered. */
export interface Ready {
  node: number;
  asked: number;
  answered: number;
  /** Null: it said nothing. */
  status: number | null;
}

const EACH_MS = 100;
const PATIENCE_MS = 1500;
/** Milliseconds until a node must be ready again, when all is over. */
const READY_MS = 20_000;

/** Asks every node all the time whether it is ready. */
export class ReadyWatch {
  readonly said: Ready[] = [];
  private ended = false;
  private readonly asking: Promise<unknown>;

  constructor(town: Town) {
    this.asking = Promise.all(town.nodes.map((_, node) => this.watch(town, node)));
  }

  async end(): Promise<Ready[]> {
    this.ended = true;
    await this.asking;
    return this.said;
  }

  private async watch(town: Town, node: number): Promise<void> {
    while (!this.ended) {
      const asked = Date.now();
      const status = await statusOf(`${town.nodes[node].url}/health/ready`);
      this.said.push({ node, asked, answered: Date.now(), status });
      await delay(EACH_MS);
    }
  }
}

/** Which nodes don't say that they are ready, when all is over. */
export async function unready(town: Town): Promise<string | undefined> {
  const isReady = async (node: number) => (await town.health('ready', node))[0] === 200;
  for (const node of town.nodes.keys())
    if (!(await until(() => isReady(node), READY_MS).catch(() => false)))
      return `node ${node} is not ready`;
  return undefined;
}

async function statusOf(url: string): Promise<number | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}
