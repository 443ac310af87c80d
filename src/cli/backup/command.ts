import { dirname } from 'node:path';
import { endpointsSeen } from '../../app.endpoints.js';
import { EnvError } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import { databaseFile } from '../../storage/database-file.js';
import { NotNow } from '../reach.js';
import { Backup } from './backup.js';
import { backUpMongo } from './mongo-backup.js';
import { ProgressLine } from '../progress-line.js';
import { print } from '../work.js';
import { madeInWords } from './progress.js';

export interface BackupOptions {
  force?: boolean;
  json?: boolean;
}

/** Makes a backup, and returns the exit code: 1 when none could be made. */
export async function backup(file: string | undefined, options: BackupOptions): Promise<number> {
  const progress = new ProgressLine(process.stderr);
  try {
    const env = readEnv();
    const { simulator } = endpointsSeen(env);
    const store = databaseFile(env, simulator);
    const force = !!options.force;
    const made = env.MONGODB_URI
      ? await backUpMongo(env, simulator, file, { force, progress })
      : await new Backup(env, store, progress).make(file, force);
    progress.clear();
    print(options.json, made, () => madeInWords(made));
    return 0;
  } catch (error) {
    progress.clear();
    process.stderr.write(`${inWords(error)}\n`);
    return 1;
  }
}

/** What became of it, for a person. An error that says nothing to an operator is thrown again. */
function inWords(error: unknown): string {
  if (error instanceof NotNow || error instanceof EnvError) return error.message;
  const { code, errcode, message, path, dest } = error as NodeJS.ErrnoException & {
    errcode?: number;
    dest?: string;
  };
  if (errcode !== undefined) return `No backup was made: ${message}.`;
  if (code === undefined) throw error;
  const where = dest ?? path;
  return `No backup was made: ${where ? `${where} (${code})` : message}. See ${
    where ? `that ${dirname(where)} can be written.` : 'the log of Recado.'
  }`;
}
