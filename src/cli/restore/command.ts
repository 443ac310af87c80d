import { closeSync, openSync, readSync } from 'node:fs';
import { endpointsSeen } from '../../app.endpoints.js';
import { type Env, EnvError } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import type { Restored } from '../../storage/dump/restored.js';
import { ProgressLine } from '../progress-line.js';
import { NotNow } from '../reach.js';
import { refuseWrongKey } from '../store-key.js';
import { print, work } from '../work.js';

export interface RestoreOptions {
  force?: boolean;
  json?: boolean;
}

/** Puts a backup back, and returns the exit code: 1 also where the key doesn't open it. */
export function restore(file: string, { force, json }: RestoreOptions): Promise<number> {
  return work(async () => {
    const env = readEnv();
    const { simulator } = endpointsSeen(env);
    const done = await putBack(env, simulator, file, !!force);
    print(json, done, () => inWords(done));
    process.stderr.write(MEANING);
    await refuseWrongKey(env, simulator, env.MONGODB_URI ? 'mongodb' : 'sqlite').catch(wrongKey);
    return 0;
  });
}

async function putBack(env: Env, simulator: boolean, file: string, force: boolean) {
  const kind = kindOf(file);
  if (kind === 'mongodb' && !env.MONGODB_URI) throw new NotNow(`${file} ${OF_MONGO}`);
  if (kind === 'sqlite' && env.MONGODB_URI) throw new NotNow(`${file} ${OF_SQLITE}`);
  if (kind === 'sqlite') {
    const { restoreSqlite } = await import('../../storage/dump/restore-sqlite.js');
    return restoreSqlite(env, simulator, file, force);
  }
  const { restoreMongo } = await import('../../storage/dump/restore-mongo.js');
  const line = new ProgressLine(process.stderr);
  const tell = (collection: string, rows: number) => line.show(`${collection}: ${rows}`);
  return restoreMongo(env, simulator, file, { force, tell }).finally(() => line.clear());
}

const OF_MONGO =
  'is a backup of MongoDB: set MONGODB_URI. To go on with SQLite, restore it there, then ' +
  '`recado migrate --to sqlite`.';
const OF_SQLITE =
  'is a backup of SQLite, and the store is MongoDB: restore it without MONGODB_URI, then ' +
  '`recado migrate --to mongodb`.';

/** By the first bytes of a file. Throws a `NotNow` for what is no backup. */
function kindOf(file: string): 'sqlite' | 'mongodb' {
  const begin = Buffer.alloc(16);
  try {
    const handle = openSync(file, 'r');
    readSync(handle, begin);
    closeSync(handle);
  } catch (error) {
    throw new NotNow(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  if (begin.toString('latin1') === 'SQLite format 3\0') return 'sqlite';
  if (begin.readUInt16BE() === 0x1f8b) return 'mongodb';
  throw new NotNow(`${file} is no backup of \`recado backup\`.`);
}

function inWords({ place, before, made_at }: Restored): string {
  const aside = before ? `What was there is ${before} now.\n` : '';
  return `${place}: restored and checked${made_at ? `, as it was at ${made_at}` : ''}.\n${aside}`;
}

const MEANING = `What was said since the backup is not in it. What waited then is answered now, again.
Recado compares itself with Twilio's list once it runs: what came in within the last 24 hours and is
not in the backup is found and answered, but not where Twilio shows an answer that this store does
not know. Look at \`recado failures\` then. Who was erased since is there again: erase them once more.
`;

function wrongKey(error: unknown): never {
  if (!(error instanceof EnvError)) throw error;
  throw new NotNow(`It is restored, but ${error.message}: put back the key of the backup.`);
}
