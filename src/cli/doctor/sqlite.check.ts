import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Look, lookAt } from '../../storage/open-storage.js';
import { databaseFile } from '../../storage/database-file.js';
import { reasonOf, ok, type Result, skipped, wrong } from '../../checks/finding.js';
import { type Examined, ReadOnlySettings } from './installation.js';

/** The types of /proc and /sys, as `statfs` tells them: nothing can be kept there. */
const SYSTEM = [0x9fa0, 0x62656572];
/** With less room a store stops within days, or in the middle of a backup. */
const FEW_BYTES = 100 * 1024 * 1024;

/**
 * Whether a start could open and write the file. It is only read here: a file that this user made
 * might be closed to the user that Recado runs as.
 */
export async function sqlite(installation: Examined): Promise<Result> {
  const { env, endpoints } = installation;
  const file = databaseFile(env, endpoints.simulator);
  if (!existsSync(file)) return beforeFirstStart(file);
  let look: Look;
  try {
    look = await lookAt(env, file);
  } catch (error) {
    return cannotOpen(error);
  }
  installation.settings = new ReadOnlySettings(look.setting);
  installation.hasDocuments = look.hasDocuments;
  if (look.inUse) return inUse(installation, file);
  if (isFull(dirname(file)))
    return wrong(`SQLite, ${file}: its disk is full`, 'Make room on the disk of DATA_DIR.');
  const few = isNearlyFull(dirname(file));
  if (few) return few;
  const due = look.due ? '; its tables are of an older version: the next start migrates it' : '';
  return ok(`SQLite, ${file}: it can be written${due}`);
}

/** The cause and the cure of an error for which a start would be refused too. */
export function cannotOpen(error: unknown): Result {
  const message = reasonOf(error);
  return wrong(message, cureOf(message));
}

function cureOf(message: string): string {
  if (/is damaged/.test(message))
    return 'Stop Recado, and put back a backup: docs/operating.md, Backup. Keep the damaged file.';
  if (/EACCES|EPERM/.test(message))
    return 'Give it to the user that Recado runs as: chown; or run this as that user.';
  if (/EROFS/.test(message)) return 'Its disk is read-only: see why, and mount it for writing.';
  if (/newer Recado/.test(message)) return 'Start that one, or put back the backup made before it.';
  return 'See whether DATA_DIR is whole, and may be used.';
}

function isFull(directory: string): boolean {
  const { blocks, bavail } = statfsSync(directory);
  return blocks > 0 && bavail === 0;
}

/** Undefined while there is room for some days. */
function isNearlyFull(directory: string): Result | undefined {
  const { blocks, bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  if (blocks === 0 || free >= FEW_BYTES) return undefined;
  return wrong(
    `the disk of ${directory} is nearly full: ${Math.floor(free / 2 ** 20)} MiB are free`,
    'Make room there, or move DATA_DIR to a larger disk: docs/operating.md, What grows.',
  );
}

/** There is no file yet, and none is made here: the first start makes it. */
function beforeFirstStart(file: string): Result {
  let directory = resolve(dirname(file));
  while (!existsSync(directory)) directory = dirname(directory);
  try {
    if (!statSync(directory).isDirectory()) throw new Error('not a directory');
    accessSync(directory, constants.W_OK);
    if (SYSTEM.includes(statfsSync(directory).type)) throw new Error('nothing can be kept there');
  } catch (error) {
    const cure = 'Name another DATA_DIR, or let this user write there.';
    return wrong(`DATA_DIR: ${directory} cannot be used (${reasonOf(error)})`, cure);
  }
  return skipped(`SQLite: the first start makes ${file}`);
}

async function inUse({ running, env, endpoints }: Examined, file: string): Promise<Result> {
  if (!(await running.alive()))
    return wrong(
      `a process that does not answer at ${endpoints.localUrl} uses ${env.DATA_DIR}`,
      'Give this command the HOST and PORT of that process, or end it.',
    );
  const down = await running.unready();
  if (down) return wrong(`SQLite, ${file}: ${down}`, 'See the disk, and the log of the process.');
  const few = isNearlyFull(dirname(file));
  if (few) return few;
  return ok(`SQLite, ${file}: the running process can write it`);
}
