import { endpointsSeen } from '../app.endpoints.js';
import { readKept } from '../env/data-dir.js';
import type { Env } from '../env/env.js';
import { adminTokenFile } from '../http/admin/admin-token.js';
import { type Occupant, RunningAt } from './doctor/running.js';

/** Why a command can do nothing at all; the message says what to do. */
export class NotNow extends Error {
  override name = 'NotNow';
}

/** The Recado that runs, and the token of its admin API. */
export interface Reached {
  url: string;
  token: string;
  /** Where the token is from. */
  where: string;
}

/** Finds the Recado that runs by this environment. Throws a `NotNow` or an `EnvError`. */
export async function reach(env: Env): Promise<Reached> {
  const { localUrl: url } = endpointsSeen(env);
  const occupant = await new RunningAt(url).occupant();
  if (occupant.who !== 'recado') throw new NotNow(nobody(url, occupant));
  const where = env.ADMIN_TOKEN ? 'ADMIN_TOKEN' : adminTokenFile(env);
  const token = env.ADMIN_TOKEN ?? readKept(adminTokenFile(env));
  if (!token) throw new NotNow(`There is no token in ${where}: ${SAME_PLACE}`);
  return { url, token, where };
}

/** The error for a Recado that doesn't take the token. */
export function wrongToken({ url, where }: Reached): NotNow {
  return new NotNow(`The Recado at ${url} does not take the token in ${where}: ${SAME_PLACE}`);
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
