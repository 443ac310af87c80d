import { once } from 'node:events';
import { endpointsSeen } from '../../app.module.js';
import { readKept } from '../../env/data-dir.js';
import { type Env, EnvError } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import { adminTokenFile } from '../../http/admin/admin-token.js';
import { type Occupant, Running } from '../doctor/running.js';
import { Ingest } from './ingest.js';
import { KnowledgeClient, Refused } from './knowledge.client.js';
import { Report } from './report.js';
import { sourcesOf } from './sources.js';
import { Watch } from './watch.js';

export interface IngestOptions {
  json?: boolean;
  watch?: boolean;
  delete?: boolean;
}

/** Why nothing at all can be put in; the message says what to do. */
class NotNow extends Error {
  override name = 'NotNow';
}

/** Puts in what is at the paths given, and returns the exit code: 1 when something was refused. */
export async function ingest(given: string[], options: IngestOptions): Promise<number> {
  try {
    if (options.delete && !options.watch) throw new NotNow('--delete goes with --watch.');
    const client = await connect(readEnv());
    const report = new Report(process.stdout, options.json);
    return await putIn(given, options, new Ingest(client, report), report);
  } catch (error) {
    if (!(error instanceof NotNow || error instanceof Refused || error instanceof EnvError))
      throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function putIn(
  given: string[],
  options: IngestOptions,
  ingest: Ingest,
  report: Report,
): Promise<number> {
  // Watched first: what changes while the rest goes in is seen as well.
  const watch = options.watch && new Watch(ingest, report, !!options.delete);
  if (watch) await watch.start(given);
  const { found, unusable } = await sourcesOf(given);
  report.expect(unusable.length);
  for (const { name, error } of unusable) report.add({ name, outcome: 'refused', error });
  await ingest.putAll(found);
  report.end();
  if (!watch) return report.count('refused') ? 1 : 0;
  report.say('Watching: what changes goes in. Ctrl-C ends it.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await watch.stop();
  report.end();
  return 0;
}

/** The Recado that runs by this environment. Throws a `NotNow` or an `EnvError`. */
async function connect(env: Env): Promise<KnowledgeClient> {
  const { localUrl } = endpointsSeen(env);
  const occupant = await new Running(localUrl).occupant();
  if (occupant.who !== 'recado') throw new NotNow(nobody(localUrl, occupant));
  const where = env.ADMIN_TOKEN ? 'ADMIN_TOKEN' : adminTokenFile(env);
  const token = env.ADMIN_TOKEN ?? readKept(adminTokenFile(env));
  if (!token) throw new NotNow(`There is no token in ${where}: ${SAME_PLACE}`);
  const client = new KnowledgeClient(localUrl, token);
  if (await client.takesToken()) return client;
  throw new NotNow(`The Recado at ${localUrl} does not take the token in ${where}: ${SAME_PLACE}`);
}

const SAME_PLACE = 'run this in the folder of the Recado that runs, with its .env or environment.';

function nobody(url: string, occupant: Exclude<Occupant, { who: 'recado' }>): string {
  if (occupant.who === 'nobody')
    return (
      `No Recado runs at ${url}: start it by \`npm start\`, in another terminal, then run this ` +
      'again. If it runs elsewhere, set HOST and PORT.'
    );
  if (occupant.who === 'silent') return `Who is at ${url} gives no answer: read its log.`;
  return `Another program is at ${url}, which ${occupant.does}: set HOST and PORT to Recado's.`;
}
