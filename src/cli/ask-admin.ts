import { reasonOf } from '../checks/finding.js';
import { asCommandLine } from '../http/admin/caller.js';
import { NotNow, type Reached, wrongToken } from './reach.js';

/** Milliseconds for one request: a model may take its time for an answer. */
const TIMEOUT_MS = 120_000;

/**
 * Asks the admin API of the Recado that runs, and returns what it answers; undefined for an answer
 * without content. Throws a `NotNow`, which says why there is no such answer.
 */
export async function askAdmin<T>(
  recado: Reached,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<T> {
  const response = await send(recado, method, path, body);
  const text = await response.text();
  if (response.status === 401) throw wrongToken(recado);
  if (response.status === 204) return undefined as T;
  const answer = parsed(text);
  if (response.ok && answer) return answer as T;
  throw new NotNow(wordsOf(answer) ?? `Recado answers HTTP ${response.status}: read its log.`);
}

async function send(recado: Reached, method: string, path: string, body?: object) {
  const type = body && { 'Content-Type': 'application/json' };
  const headers = { ...asCommandLine(recado.token), ...type };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const init = { method, headers, signal, redirect: 'error' as const };
  return fetch(recado.url + path, { ...init, body: body && JSON.stringify(body) }).catch(
    (error: unknown) => {
      throw new NotNow(`Recado gives no answer (${reasonOf(error)}): is it still running?`);
    },
  );
}

interface Problem {
  detail?: string;
  errors?: { field: string; message: string }[];
}

/** What a problem says, with the fields that it is about. */
function wordsOf(problem: Problem | undefined): string | undefined {
  const fields = problem?.errors?.map(({ field, message }) => `${field} ${message}`).join('; ');
  return fields || problem?.detail;
}

function parsed(body: string): Problem | undefined {
  try {
    return JSON.parse(body) as Problem;
  } catch {
    return undefined;
  }
}
