import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../support/until.js';
import { ReplicaSet } from '../ground/replica-set.js';
import { WayToMongo } from '../ground/way-to-mongo.js';
import type { Row } from '../row.js';
import type { Trial } from '../trial.js';

const PEOPLE = 12;
const PATIENCE_MS = 1500;
/** Milliseconds that a MongoDB is away. */
const AWAY_MS = 60_000;

/** Something happens to MongoDB so many times while people write, each time until it is whole again. */
const again =
  <G extends { whole(): Promise<void> }>(
    times: number,
    happens: (trial: Trial, ground: G) => Promise<void>,
  ) =>
  async (trial: Trial, ground: G) => {
    await trial.writers.during(PEOPLE, { patienceMs: PATIENCE_MS }, async () => {
      for (let n = 0; n < trial.times(times); n++) {
        await trial.someMore(PEOPLE);
        await happens(trial, ground);
        trial.struck();
        await ground.whole();
      }
      await trial.someMore(PEOPLE);
    });
  };

const primaryKilled = again<ReplicaSet>(4, async (trial, set) => {
  const primary = await set.primary();
  await set.kill(primary);
  await set.primary();
  await trial.someMore(PEOPLE);
  await set.start(primary);
});

const primarySteppedDown = again<ReplicaSet>(6, async (trial, set) => {
  const primary = await set.primary();
  await set.stepDown(primary);
  await set.primary(primary);
  await trial.someMore(PEOPLE);
});

const primaryFrozen = again<ReplicaSet>(1, async (_, set) => {
  const primary = await set.primary();
  set.freeze(primary);
  await delay(AWAY_MS);
  set.wake(primary);
});

const allDown = again<ReplicaSet>(1, async (_, set) => {
  const all = [...Array(set.size).keys()];
  await Promise.all(all.map((n) => set.kill(n)));
  await delay(AWAY_MS);
  await Promise.all(all.map((n) => set.start(n)));
});

const frozen = again<ReplicaSet>(1, async (_, set) => {
  set.freeze(0);
  await delay(AWAY_MS);
  set.wake(0);
});

/** The server has done it, and its answer never comes: the connection is cut, or nothing comes back. */
const answerLost = (passage: 'cut' | 'mute', commands: string[]) =>
  again<WayToMongo>(24, async (trial, { way }) => {
    const before = way.met;
    way.set(passage, commands[trial.between(0, commands.length)]);
    await until(async () => way.met > before, 60_000);
    way.set('open');
  });

const COMMANDS = ['commitTransaction', 'insert', 'update', 'findAndModify'];
const three = { stores: ['mongo'], least: 1, ground: () => ReplicaSet.of(3) } as const;
const one = { ...three, ground: () => ReplicaSet.of(1) } as const;
const way = { ...three, ground: WayToMongo.start };

/** What can become of a MongoDB. */
export const MONGO: Row[] = [
  { name: 'mongo-primary-killed', ...three, play: primaryKilled },
  { name: 'mongo-primary-steps-down', ...three, play: primarySteppedDown },
  { name: 'mongo-primary-frozen', ...three, play: primaryFrozen },
  { name: 'mongo-all-down', ...three, play: allDown },
  { name: 'mongo-alone-down', ...one, play: allDown },
  { name: 'mongo-alone-frozen', ...one, play: frozen },
  {
    name: 'mongo-cut-after-commit',
    ...way,
    least: 2,
    quick: ['mongo'],
    play: answerLost('cut', ['commitTransaction']),
  },
  { name: 'mongo-answers-cut', ...way, least: 2, play: answerLost('cut', COMMANDS) },
  { name: 'mongo-answers-lost', ...way, play: answerLost('mute', COMMANDS) },
];
