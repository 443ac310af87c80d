import { setTimeout as delay } from 'node:timers/promises';
import { npmStartIn } from '../ground/npm-start.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';

const PEOPLE = 40;
/**
 * Each life answers so many texts, and then lasts for so many milliseconds more at most. A mailbox that
 * was in work at five deaths in a row is given up, so that no message kills for ever.
 */
const LIFE = { answers: 5, moreMs: 1200 };

/** The node dies as often as said, at random moments, under load. */
const killed = (times: number) => async (trial: Trial) => {
  const { town, writers, random } = trial;
  await writers.during(PEOPLE, { patienceMs: 1000 }, async () => {
    for (let n = 0; n < trial.times(times); n++) {
      await trial.someMore(LIFE.answers);
      await delay(random() * LIFE.moreMs);
      await town.kill(0);
      trial.struck();
      await town.startNode(0);
    }
  });
};

/** Ended in an orderly way under load, and started again. */
const replaced = (times: number) => async (trial: Trial) => {
  const { town, writers, random } = trial;
  await writers.during(PEOPLE, { patienceMs: 1000 }, async () => {
    for (let n = 0; n < trial.times(times); n++) {
      await trial.someMore(LIFE.answers);
      await delay(random() * LIFE.moreMs);
      const [code] = await town.kill(0, 'SIGTERM');
      if (code !== 0) throw new Error(`SIGTERM ended with ${code}`);
      trial.struck();
      await town.startNode(0);
    }
  });
};

/** As `replaced`, but started by `npm start`, which is who gets the SIGTERM. */
const npmEnded = async (trial: Trial) => {
  const { town, writers } = trial;
  const { command, env } = npmStartIn(town.directory);
  await writers.during(PEOPLE, { patienceMs: 1000 }, async () => {
    await town.kill(0, 'SIGTERM');
    for (let n = 0; n < trial.times(4); n++) {
      await town.startNode(0, env, command);
      await trial.someMore(PEOPLE);
      const [code] = await town.kill(0, 'SIGTERM');
      if (code !== 0) throw new Error(`npm start ended with ${code}`);
      trial.struck();
    }
    await town.startNode(0);
  });
};

const oneOfTwo = { stores: ['mongo'], nodes: 2 } as const;

/** Ends of the process at random moments. A request may have left when it is killed. */
export const KILLED: Row[] = [
  { name: 'killed', stores: BOTH, least: 7, uncertain: true, quick: BOTH, play: killed(30) },
  { name: 'killed-one-of-two', ...oneOfTwo, least: 2, uncertain: true, play: killed(30) },
  { name: 'npm-start-ended', stores: BOTH, least: 1, play: npmEnded },
  { name: 'replaced', stores: BOTH, least: 2, play: replaced(5) },
  { name: 'replaced-one-of-two', ...oneOfTwo, least: 2, play: replaced(5) },
];
