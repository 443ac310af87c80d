import { openStorage, withoutCredentials } from '../../storage/open-storage.js';
import type { MongoStorage } from '../../storage/storage.js';
import { ok, reasonOf, type Result, wrong } from './finding.js';
import { type Patient, ReadOnlySettings } from './patient.js';

/** Whether MongoDB takes writes. Nothing is written for it, and no index is made. */
export async function mongo(patient: Patient, uri: string): Promise<Result> {
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
