import { setTimeout as delay } from 'node:timers/promises';
import { makeReadOnly, makeWritable, noReadOnly, noSmallDisk } from '../../support/stores/disk.js';
import { until } from '../../support/until.js';
import { BadDisk, FailingSync, noStrace } from '../ground/bad-disk.js';
import { corrupt } from '../ground/corrupt.js';
import { MongoOnADisk } from '../ground/mongo-on-a-disk.js';
import { sqliteFile } from '../ground/old-file.js';
import { BOTH, type Row } from '../row.js';
import type { Trial } from '../trial.js';

const PEOPLE = 10;
/** Milliseconds. */
const LASTS_MS = 3000;

/** Something is wrong with the disk so many times while people write, for some seconds. */
const meanwhile =
  <G>(times: number, wrong: (trial: Trial, ground: G) => Promise<() => Promise<void> | void>) =>
  async (trial: Trial, ground: G) => {
    await trial.writers.during(PEOPLE, { patienceMs: 700 }, async () => {
      for (let n = 0; n < trial.times(times); n++) {
        await trial.someMore(PEOPLE);
        const right = await wrong(trial, ground);
        trial.struck();
        await delay(LASTS_MS);
        await right();
      }
      await trial.someMore(PEOPLE);
    });
  };

const full = meanwhile<BadDisk>(4, async (_, { disk }) => {
  disk.fill();
  return () => disk.free();
});

const readOnly = meanwhile(4, async ({ town }) => {
  const directory = sqliteFile(town.directory).replace(/\/[^/]*$/, '');
  makeReadOnly(directory);
  return () => makeWritable(directory);
});

const syncFails = meanwhile(3, async ({ town }) => {
  const failing = await FailingSync.of(town.nodes[0].pid);
  return () => failing.end();
});

/** A mongod that can't write ends: it is started again when there is room. */
const mongoFull = meanwhile<MongoOnADisk>(2, async (_, { disk, startAgain }) => {
  disk.fill();
  return async () => {
    disk.free();
    await startAgain();
  };
});

const mongoSyncFails = meanwhile<MongoOnADisk>(2, async (_, { set, startAgain }) => {
  const failing = await FailingSync.of(set.pid(0));
  return async () => {
    await failing.end();
    await startAgain();
  };
});

/** Messages that wait are written over by something else: each is given up, the others answered. */
const corrupted = async (trial: Trial) => {
  const { town, writers } = trial;
  for (let round = 0; round < trial.times(4); round++) {
    town.model.hangOn = 'think';
    const texts = await Promise.all(
      Array.from({ length: 6 }, (_, n) => {
        const who = 3000 + 10 * round + n;
        return writers.write(writers.newcomer(), `text 0 of ${who} think`);
      }),
    );
    const later = texts.map(({ from, tokens: [token] }) =>
      writers.write(from, token.replace('text 0', 'text 1')),
    );
    await until(async () => town.model.requests.length >= texts.length, 30_000);
    await Promise.all(later);
    await town.kill(0);
    for (const { sid } of texts.slice(0, 3)) await corrupt(trial, sid);
    trial.struck(3);
    town.model.hangOn = undefined;
    await town.startNode(0);
    await trial.settled();
  }
};

const sqlite = { stores: ['sqlite'], least: 1 } as const;
const mongo = { stores: ['mongo'], least: 1, ground: MongoOnADisk.mount } as const;

/** What can become of a disk, and of what is on it. */
export const DISK: Row[] = [
  { name: 'disk-full', ...sqlite, without: noSmallDisk, ground: BadDisk.mount, play: full },
  { name: 'disk-read-only', ...sqlite, without: noReadOnly, play: readOnly },
  { name: 'disk-sync-fails', ...sqlite, without: noStrace, play: syncFails },
  { name: 'mongod-disk-full', ...mongo, without: noSmallDisk, play: mongoFull },
  {
    name: 'mongod-disk-sync-fails',
    ...mongo,
    without: () => noStrace() ?? noSmallDisk(),
    play: mongoSyncFails,
  },
  { name: 'corrupted-row', stores: BOTH, least: 1, ends: ['dead'], play: corrupted },
];
