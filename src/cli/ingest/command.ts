import { once } from 'node:events';
import { type Env, EnvError } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import { NotNow, reach, wrongToken } from '../reach.js';
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
  const reached = await reach(env);
  const client = new KnowledgeClient(reached.url, reached.token);
  if (await client.takesToken()) return client;
  throw wrongToken(reached);
}
