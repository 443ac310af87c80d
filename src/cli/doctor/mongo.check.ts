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
    const reason = reasonOf(error);
    return wrong(`${withoutCredentials(uri)}: ${reason}`, cureOf(reason));
  }
  patient.settings = new ReadOnlySettings((name) => opened.setting(name));
  return ok(`MongoDB, ${opened.place}: it has a primary that takes writes`);
}

function cureOf(reason: string): string {
  if (/password/.test(reason)) return 'See user, password and authSource in MONGODB_URI.';
  if (/set named/.test(reason))
    return "See replicaSet in MONGODB_URI: the server's own name of it is in rs.status().";
  if (/must be a replica set/.test(reason))
    return 'Start it with --replSet, and make it one: rs.initiate().';
  if (/ENOTFOUND|EAI_AGAIN/.test(reason)) return 'See the DNS record of the name in MONGODB_URI.';
  if (/TLS/.test(reason)) return 'See whether it wants TLS, and tls in MONGODB_URI.';
  return 'See whether it runs, and whether MONGODB_URI names its host and port as they are.';
}
