import { ok, type Result, skipped, wrong } from '../../checks/finding.js';
import { mongo } from './mongo.check.js';
import type { Examined } from './installation.js';
import type { Occupant } from './running.js';
import { sqlite } from './sqlite.check.js';

/** Whether a Recado runs here, and can work. */
export async function runningProcess({ running, endpoints }: Examined): Promise<Result> {
  const { localUrl } = endpoints;
  const occupant = await running.occupant();
  if (occupant.who !== 'recado') return notRunning(occupant, localUrl);
  const down = await running.unready();
  const cure = 'Read its log, and the lines below.';
  return down
    ? wrong(`it runs at ${localUrl}, and is not ready: ${down}`, cure)
    : ok(`it runs at ${localUrl}, and is ready${endpoints.simulator ? ', in simulator mode' : ''}`);
}

/** No Recado is there; when another program is, Recado can't start there either. */
function notRunning(occupant: Exclude<Occupant, { who: 'recado' }>, url: string): Result {
  const { port } = new URL(url);
  switch (occupant.who) {
    case 'nobody':
      return skipped(`nothing answers at ${url}: Recado does not run here (HOST, PORT)`);
    case 'stranger':
      return wrong(
        `another program has ${url}: it ${occupant.does}`,
        `Stop it (\`ss -ltnp 'sport = :${port}'\` names it), or set another PORT for Recado.`,
      );
    case 'silent':
      return wrong(
        `a program at ${url} takes connections and gives no answer`,
        `See which one it is (\`ss -ltnp 'sport = :${port}'\`): if it is Recado, read its log and ` +
          'start it again; if it is another program, stop it, or set another PORT for Recado.',
      );
  }
}

/** Whether what must be kept can be written. A directory in use is asked of the one who uses it. */
export function store(installation: Examined): Promise<Result> {
  return installation.env.MONGODB_URI
    ? mongo(installation, installation.env.MONGODB_URI)
    : sqlite(installation);
}
