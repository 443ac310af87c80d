import { asCommandLine } from '../../http/admin/caller.js';
import { reasonOf } from '../../checks/finding.js';
import { NotNow, type Reached, wrongToken } from '../reach.js';

/** Milliseconds for one question. */
const TIMEOUT_MS = 60_000;

/** The admin API of the Recado that runs, as far as keys, tokens and the audit log go. */
export class AdminClient {
  constructor(private readonly recado: Reached) {}

  /** What it answers; undefined where that is nothing. Throws a `NotNow` that says why there is none. */
  async ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const response = await this.send(method, path, body);
    const answer = (await response.json().catch(() => undefined)) as
      { detail?: string } | undefined;
    if (response.status === 401) throw wrongToken(this.recado);
    if (response.ok) return answer as T;
    throw new NotNow(answer?.detail ?? `Recado answers HTTP ${response.status}: read its log.`);
  }

  private async send(method: string, path: string, body?: object): Promise<Response> {
    const headers = { ...asCommandLine(this.recado.token), 'Content-Type': 'application/json' };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const init = { method, headers, redirect: 'error', signal } as const;
    try {
      return await fetch(this.recado.url + path, {
        ...init,
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new NotNow(`Recado gives no answer (${reasonOf(error)}): is it still running?`);
    }
  }
}
