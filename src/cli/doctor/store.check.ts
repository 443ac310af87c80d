import { ok, type Result, skipped, wrong } from './finding.js';
import { mongo } from './mongo.check.js';
import type { Patient } from './patient.js';
import { sqlite } from './sqlite.check.js';

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
