import { type Env, EnvError } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import { BadScenario, readScenario } from '../../scenarios/reader.js';
import type { Scenario } from '../../scenarios/scenario.js';
import { Refused } from '../ingest/knowledge.client.js';
import { NotNow, reach } from '../reach.js';
import { FreshRecado } from './fresh-recado.js';
import { play } from './play.js';
import { RecadoClient } from './recado.client.js';
import { Report } from './report.js';

export interface SimulateOptions {
  fresh?: boolean;
  json?: boolean;
  junit?: string;
}

/**
 * Plays the scenarios of files, and returns the exit code: 0 when all answers are as they must be, 1 when
 * some are not, 2 when they could not all be played.
 */
export async function simulate(files: string[], options: SimulateOptions): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  try {
    const scenarios = files.map(readScenario);
    const report = new Report((text) => process.stdout.write(text), options.json);
    const playing = options.fresh ? playFresh : playRunning;
    await playing(scenarios, readEnv(), report, stop.signal);
    report.end();
    if (options.junit) report.keepJunit(options.junit);
    return report.failed ? 1 : 0;
  } catch (error) {
    if (!EXPECTED.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
}

const EXPECTED = [BadScenario, EnvError, NotNow, Refused];

/** Against the Recado that runs: with its documents, its settings, and its time. */
async function playRunning(
  scenarios: Scenario[],
  env: Env,
  report: Report,
  stop: AbortSignal,
): Promise<void> {
  const client = new RecadoClient(await reach(env));
  for (const scenario of scenarios) {
    const aside = leftAside(scenario);
    if (aside.length) process.stderr.write(`${scenario.name}: ${aside.join(', ')} ${ASIDE}\n`);
    await playOne(client, scenario, report, stop);
  }
}

/** Each against a Recado of its own, which has what the scenario says. */
async function playFresh(
  scenarios: Scenario[],
  env: Env,
  report: Report,
  stop: AbortSignal,
): Promise<void> {
  for (const scenario of scenarios) {
    const [recado, client] = await FreshRecado.start(env, scenario);
    try {
      await playOne(client, scenario, report, stop);
    } finally {
      await recado.end();
    }
  }
}

async function playOne(
  client: RecadoClient,
  scenario: Scenario,
  report: Report,
  stop: AbortSignal,
): Promise<void> {
  report.begin(scenario.name);
  for await (const turn of play(client, scenario, stop)) report.add(turn);
}

const ASIDE = 'left aside: the Recado that runs has its own. --fresh starts one that has these.';

function leftAside({ documents, now, config }: Scenario): string[] {
  return [
    ...(documents.length ? ['documents'] : []),
    ...(now === undefined ? [] : ['now']),
    ...(Object.keys(config).length ? ['config'] : []),
  ];
}
