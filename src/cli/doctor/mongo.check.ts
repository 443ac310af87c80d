import { openStorage, withoutCredentials } from '../../storage/open-storage.js';
import type { MongoStorage } from '../../storage/storage.js';
import { ok, reasonOf, type Result, wrong } from '../../checks/finding.js';
import { type Examined, ReadOnlySettings } from './installation.js';

/** Whether MongoDB takes a transaction. Nothing is left of it, and no index is made. */
export async function mongo(installation: Examined, uri: string): Promise<Result> {
  const { env, endpoints } = installation;
  const opened = (await openStorage(env, endpoints.simulator)) as MongoStorage;
  installation.leave = () => opened.mongo.close();
  try {
    await opened.checkFromOutside();
  } catch (error) {
    return unusable(uri, reasonOf(error));
  }
  try {
    await opened.checkSchema();
  } catch (error) {
    return wrong(reasonOf(error), schemaCure(reasonOf(error)));
  }
  installation.settings = new ReadOnlySettings((name) => opened.setting(name));
  installation.hasDocuments = () => opened.hasDocuments();
  return ok(`MongoDB, ${opened.place}: it has a primary that takes writes`);
}

/** The driver says little of a server that isn't in the set that was asked for: it is asked itself. */
async function unusable(uri: string, reason: string): Promise<Result> {
  const { membershipOf } = await import('./membership.mongo.js');
  const membership = await membershipOf(uri);
  const where = withoutCredentials(uri);
  if (membership === 'not initiated')
    return wrong(
      `${where}: it was started as a member of a replica set that is not initiated`,
      'Run rs.initiate() on it once, in mongosh.',
    );
  if (membership === 'standalone')
    return wrong(
      `${where}: it is a standalone server, and Recado needs a replica set (one node will do)`,
      'Start it with --replSet and a name, then run rs.initiate() on it once, in mongosh.',
    );
  return wrong(`${where}: ${reason}`, cureOf(reason, membership?.set));
}

function schemaCure(reason: string): string {
  return /newer Recado/.test(reason)
    ? 'Start that one, or put back the backup made before it: `recado restore`.'
    : 'Run that command again to its end; nothing else can be done with this database.';
}

function cureOf(reason: string, set = 'in rs.status()'): string {
  if (/password/.test(reason)) return 'See user, password and authSource in MONGODB_URI.';
  if (/set named/.test(reason))
    return `See replicaSet in MONGODB_URI: the server's own name of it is ${set}.`;
  if (/must be a replica set/.test(reason))
    return 'Start it with --replSet, and make it one: rs.initiate().';
  if (/ENOTFOUND|EAI_AGAIN/.test(reason)) return 'See the DNS record of the name in MONGODB_URI.';
  if (/TLS/.test(reason)) return 'See whether it wants TLS, and tls in MONGODB_URI.';
  return 'See whether it runs, and whether MONGODB_URI names its host and port as they are.';
}
