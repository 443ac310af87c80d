import { writeOldFile, latestVersion, setVersion, sqliteFile } from '../ground/old-file.js';
import { dyingAt } from '../preload/steps.js';
import type { Row } from '../row.js';
import type { Trial } from '../trial.js';

const PEOPLE = 10;

/** Puts a file of an early schema in the place of the node's own, with messages that wait in it. */
async function inAnOldFile(trial: Trial, version: number): Promise<void> {
  const { town, writers } = trial;
  await town.kill(0);
  const waiting = await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) =>
      writers.leaveAtTwilio(writers.newcomer(), `text 0 of ${4000 + n}`),
    ),
  );
  await writeOldFile(sqliteFile(town.directory), version, waiting);
}

/** A Recado starts on the file of an older one: what waits there is answered. */
const old = async (trial: Trial) => {
  await inAnOldFile(trial, trial.between(1, latestVersion()));
  await trial.town.startNode(0);
  trial.struck();
  await trial.writers.crowd(PEOPLE, 2);
};

/** It dies in the middle of a migration, again and again, before it is through. */
const killedInOne = async (trial: Trial) => {
  await inAnOldFile(trial, 1);
  for (let left = latestVersion() - 1; left > 0;) {
    const [nth, when] = [trial.between(1, 5), trial.random() < 0.5 ? 'before' : 'after'] as const;
    await trial.town.startNode(0, dyingAt({ at: 'migration', when, nth })).catch(() => undefined);
    if (!trial.town.nodes[0].hasEnded) break;
    trial.struck();
    left -= nth - 1;
  }
  await trial.writers.crowd(PEOPLE, 2);
};

/** A file of a Recado that isn't written yet: it says so, and leaves the file as it is. */
const ofTheFuture = async (trial: Trial) => {
  const { town, writers } = trial;
  await writers.during(PEOPLE, { patienceMs: 500 }, async () => {
    for (let n = 0; n < trial.times(4); n++) {
      await trial.someMore(PEOPLE);
      await town.kill(0);
      const file = sqliteFile(town.directory);
      setVersion(file, 999);
      const said = await town.startNode(0).then(
        () => 'that it is ready',
        (error: Error) => error.message,
      );
      if (!said.includes('made by a newer Recado')) throw new Error(`it said ${said}`);
      trial.struck();
      setVersion(file, latestVersion());
      await town.startNode(0);
    }
  });
};

const sqlite = { stores: ['sqlite'] } as const;

/** Files of other Recados. */
export const SCHEMA: Row[] = [
  { name: 'old-schema', ...sqlite, least: 4, play: old },
  { name: 'killed-in-a-migration', ...sqlite, least: 4, quick: ['sqlite'], play: killedInOne },
  { name: 'schema-of-the-future', ...sqlite, least: 1, uncertain: true, play: ofTheFuture },
];
