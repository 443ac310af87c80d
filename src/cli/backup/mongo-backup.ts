import { statSync } from 'node:fs';
import { makeDirectory } from '../../env/directory.js';
import type { Env } from '../../env/env.js';
import { backupDirectory, backupName } from '../../storage/backup-file.js';
import { databaseFile } from '../../storage/database-file.js';
import type { ProgressLine } from '../progress-line.js';
import { NotNow } from '../reach.js';
import { Place } from './place.js';
import type { Made } from './progress.js';

const KIND = 'dump.gz';

/** Makes a backup of MongoDB in one file, while Recado runs, and checks it. Throws a `NotNow`. */
export async function backUpMongo(
  env: Env,
  simulator: boolean,
  wanted: string | undefined,
  { force, progress }: { force: boolean; progress: ProgressLine },
): Promise<Made> {
  const directory = backupDirectory(databaseFile(env, simulator));
  const place = new Place(wanted ?? directory, force, [], KIND);
  if (!wanted) makeDirectory(directory);
  place.check();
  const copy = place.beside(`.${backupName(Date.now(), KIND)}.partial`);
  const { dump } = await import('../../storage/dump/dump.js');
  const { contentsOf } = await import('../../storage/dump/archive.js');
  const tell = (collection: string, rows: number) => progress.show(`${collection}: ${rows}`);
  await dump(env.MONGODB_URI!, simulator, copy, tell);
  progress.show('Checking it');
  await contentsOf(copy).catch((error: Error) => {
    throw new NotNow(`The backup ${copy} is not whole: ${error.message}. Try again.`);
  });
  const file = place.put(copy);
  return { file, bytes: statSync(file).size };
}
