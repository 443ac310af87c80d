import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Look, lookAt } from '../../storage/open-storage.js';
import { databaseFile } from '../../storage/database-file.js';
import { reasonOf, ok, type Result, skipped, wrong } from './finding.js';
import { type Patient, ReadOnlySettings } from './patient.js';

/** What Linux calls /proc and /sys: nothing of ours can be there. */
const SYSTEM = [0x9fa0, 0x62656572];

/** Whether the file could be opened and written. It is only looked at: a start may need its user. */
export async function sqlite(patient: Patient): Promise<Result> {
  const { env, endpoints } = patient;
  const file = databaseFile(env, endpoints.simulator);
  if (!existsSync(file)) return begun(file);
  let look: Look;
  try {
    look = await lookAt(env, file);
  } catch (error) {
    return unopened(error);
  }
  patient.settings = new ReadOnlySettings(look.setting);
  if (look.inUse) return ofAnother(patient, file);
  if (isFull(dirname(file)))
    return wrong(`SQLite, ${file}: its disk is full`, 'Make room on the disk of DATA_DIR.');
  const due = look.due ? '; its tables are of an older version: the next start migrates it' : '';
  return ok(`SQLite, ${file}: it can be written${due}`);
}

/** Cures for what a start would be refused for, too. */
export function unopened(error: unknown): Result {
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

/** Without a file nothing is made: a first start does that. */
function begun(file: string): Result {
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

async function ofAnother({ running, env, endpoints }: Patient, file: string): Promise<Result> {
  if (!(await running.alive()))
    return wrong(
      `a process that does not answer at ${endpoints.localUrl} uses ${env.DATA_DIR}`,
      'Give this command the HOST and PORT of that process, or end it.',
    );
  const down = await running.unready();
  if (down) return wrong(`SQLite, ${file}: ${down}`, 'See the disk, and the log of the process.');
  return ok(`SQLite, ${file}: the running process can write it`);
}
