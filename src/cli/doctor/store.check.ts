import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EnvError } from '../../env.js';
import { openStorage, readSetting, withoutCredentials } from '../../storage/open-storage.js';
import { databaseFile } from '../../storage/simulator-mode.js';
import type { MongoStorage } from '../../storage/storage.js';
import { ok, reasonOf, type Result, skipped, wrong } from './finding.js';
import { type Patient, ReadOnlySettings } from './patient.js';

/** Whether a Recado runs here, and can work. */
export async function runningProcess({ running, endpoints }: Patient): Promise<Result> {
  const { localUrl } = endpoints;
  if (!(await running.alive()))
    return skipped(`nothing answers at ${localUrl}: Recado does not run here (HOST, PORT)`);
  const down = await running.unready();
  const cure = 'Read its log, and the lines below.';
  return down
    ? wrong(`it runs at ${localUrl}, and is not ready: ${down}`, cure)
    : ok(`it runs at ${localUrl}, and is ready${endpoints.simulator ? ', in simulator mode' : ''}`);
}

/** Whether what must be kept can be written. A directory in use is asked of the one who uses it. */
export function store(patient: Patient): Promise<Result> {
  return patient.env.MONGODB_URI ? mongo(patient, patient.env.MONGODB_URI) : sqlite(patient);
}

async function mongo(patient: Patient, uri: string): Promise<Result> {
  const { env, endpoints } = patient;
  const opened = (await openStorage(env, endpoints.simulator)) as MongoStorage;
  patient.leave = () => opened.mongo.close();
  try {
    await opened.check();
  } catch (error) {
    const cure =
      'See whether it runs, as a replica set, and whether MONGODB_URI names its address, ' +
      'user, password and replicaSet as they are.';
    return wrong(`${withoutCredentials(uri)}: ${reasonOf(error)}`, cure);
  }
  const { MongoSettingsRepository } = await import('../../config/settings.mongo.js');
  const settings = await MongoSettingsRepository.open(opened.mongo);
  patient.settings = new ReadOnlySettings((name) => settings.find(name));
  return ok(`MongoDB, ${opened.place}: it has a primary that takes writes`);
}

async function sqlite(patient: Patient): Promise<Result> {
  const file = databaseFile(patient.env, patient.endpoints.simulator);
  if (!existsSync(file)) return begun(file);
  patient.settings = new ReadOnlySettings((name) => readSetting(file, name));
  try {
    const storage = await openStorage(patient.env, patient.endpoints.simulator);
    if (storage.kind === 'mongo') throw new Error('a store that was not asked for');
    try {
      await storage.check();
    } finally {
      await storage.sqlite.close();
    }
  } catch (error) {
    if (/is used by another/.test((error as Error).message)) return ofAnother(patient, file);
    const cure = 'See whether the disk has room and whether this user may write there.';
    return wrong(error instanceof EnvError ? error.message : `${file}: ${reasonOf(error)}`, cure);
  }
  return ok(`SQLite, ${file}: it can be written`);
}

/** Without a file nothing is made: a first start does that. */
function begun(file: string): Result {
  let directory = resolve(dirname(file));
  while (!existsSync(directory)) directory = dirname(directory);
  try {
    if (!statSync(directory).isDirectory()) throw new Error('not a directory');
    accessSync(directory, constants.W_OK);
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
