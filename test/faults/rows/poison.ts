import { preloaded } from '../preload/steps.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';

const NEIGHBOURS = 8;
/** Milliseconds: a visit that throws is tried again for about four minutes, and one that kills waits for its lease. */
const PATIENCE = { throw: 420_000, kill: 420_000 };

/** Some people's messages can't be answered; they write on, and others write, too. */
const poisonThat = (does: 'throw' | 'kill') => async (trial: Trial) => {
  const { town, writers } = trial;
  await town.kill(0);
  const env = { ...preloaded('./poison.ts'), FAULTS_POISON: `poison:${does}` };
  await town.startNode(0, env);
  const poisoned = Array.from({ length: trial.times(2) }, () => writers.newcomer());
  let ended = false;
  const written = Promise.all([
    writers.throng(NEIGHBOURS, { patienceMs: 3000, newEvery: 0 }),
    ...poisoned.map(async (from, n) => {
      await writers.write(from, `text 0 of ${900 + n}`);
      await writers.write(from, `text 1 of ${900 + n} poison`);
      await writers.write(from, `text 2 of ${900 + n}`);
      trial.struck();
    }),
  ]).finally(() => (ended = true));
  const isThrough = async () => {
    const through = poisoned.every((_, n) => trial.has(`text 2 of ${900 + n}`));
    if (through) writers.end();
    return through && ended;
  };
  await trial.operator.supervise(env, PATIENCE[does], isThrough);
  await written;
};

/** It ends as `dead` after its attempts, and what else its sender wrote is answered. */
export const POISON: Row[] = (['throw', 'kill'] as const).map((does) => ({
  name: `poison-that-${does}s`,
  stores: BOTH,
  least: 1,
  ends: ['dead'],
  uncertain: true,
  drainMs: PATIENCE[does],
  play: poisonThat(does),
}));
