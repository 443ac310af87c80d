import type { RehearsalView } from '../../rehearsals/rehearsal.dto.js';
import { reasonOf } from '../../checks/finding.js';
import { NotNow, type Reached, wrongToken } from '../reach.js';

/** Milliseconds for one request. */
const TIMEOUT_MS = 30_000;

/** The admin API of a Recado, in JSON. */
export class RecadoClient {
  constructor(readonly recado: Reached) {}

  /** Begins to play a scenario, which is its text. Throws a `NotNow`. */
  async begin(name: string, scenario: string): Promise<RehearsalView> {
    const begun = await this.send('POST', '/api/v1/rehearsals', { name, scenario });
    if (begun.status === 404) throw new NotNow(notSimulated(this.recado.url));
    return this.read<RehearsalView>(begun);
  }

  /** Asks, and returns what is answered. Throws a `NotNow`, which says why there is no such answer. */
  async ask<T>(method: string, path: string, body?: object): Promise<T> {
    return this.read<T>(await this.send(method, path, body));
  }

  private async send(method: string, path: string, body?: object): Promise<Response> {
    const headers = {
      Authorization: `Bearer ${this.recado.token}`,
      ...(body && { 'Content-Type': 'application/json' }),
    };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const init = { method, headers, body: body && JSON.stringify(body), signal };
    return fetch(this.recado.url + path, { ...init, redirect: 'error' }).catch((error: unknown) => {
      throw new NotNow(`Recado gives no answer (${reasonOf(error)}): is it still running?`);
    });
  }

  private async read<T>(response: Response): Promise<T> {
    const text = await response.text();
    if (response.status === 401) throw wrongToken(this.recado);
    if (response.ok) return (isJson(response) ? JSON.parse(text) : text) as T;
    throw new NotNow(detailIn(text) ?? `Recado answers HTTP ${response.status}: read its log.`);
  }
}

function isJson({ headers }: Response): boolean {
  return !!headers.get('content-type')?.includes('json');
}

function detailIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { detail?: string }).detail;
  } catch {
    return undefined;
  }
}

function notSimulated(url: string): string {
  return (
    `The Recado at ${url} is not in simulator mode: nobody could be played there. Start one with ` +
    'SIMULATOR=on and a DATA_DIR of its own, or let --fresh start one.'
  );
}
