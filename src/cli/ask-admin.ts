import { get, postForm } from '../checks/requests.js';
import { asCommandLine } from '../http/admin/caller.js';
import { NotNow, type Reached, wrongToken } from './reach.js';

/**
 * Asks the admin API of the Recado that runs, without a body, and returns what it answers. Throws a
 * `NotNow`, which says why there is no such answer.
 */
export async function askAdmin<T>(
  recado: Reached,
  method: 'GET' | 'POST',
  path: string,
): Promise<T> {
  const address = recado.url + path;
  const headers = asCommandLine(recado.token);
  const asked = method === 'POST' ? postForm(address, {}, headers) : get(address, headers);
  const { status, body } = await asked.catch((error: Error) => {
    throw new NotNow(`Recado gives no answer (${error.message}): is it still running?`);
  });
  if (status === 401) throw wrongToken(recado);
  const answer = parsed(body);
  if (status < 300 && answer) return answer as T;
  throw new NotNow(answer?.detail ?? `Recado answers HTTP ${status}: read its log.`);
}

function parsed(body: string): { detail?: string } | undefined {
  try {
    return JSON.parse(body) as { detail?: string };
  } catch {
    return undefined;
  }
}
