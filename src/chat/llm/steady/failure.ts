import type { ModelError } from '../model-client.js';

/** How a call of a model failed, for who may ask again, or ask another one. */
export interface Failure {
  /** Milliseconds after which asking again may help; absent where it can't. */
  retryAfterMs?: number;
  /** Whether it says something of the model's server, and not only of what was asked. */
  isServers: boolean;
}

/** Milliseconds before a server that stumbled is asked again. */
const PAUSE_MS = 250;

/** What a server said when it refused, as the client of OpenAI hands it on. */
interface Refusal {
  name?: string;
  status?: number;
  headers?: Headers;
  code?: unknown;
  type?: unknown;
  /** LangChain puts an error of its own around some. */
  cause?: { status?: number };
}

/** Says what a failed call means. A cause without a status is a connection that failed. */
export function failureOf({ cause }: ModelError): Failure {
  // The model did answer, but with nothing that can be used.
  if (!cause) return { isServers: false };
  const refusal = cause as Refusal;
  const status = refusal.status ?? refusal.cause?.status;
  const isLost = status === undefined;
  const passes = isLost || status === 408 || status === 429 || status! >= 500;
  if (passes && !isUsedUp(refusal)) return { retryAfterMs: pauseOf(refusal), isServers: true };
  return { isServers: passes || status === 401 || status === 403 || status === 404 };
}

/** Whether the account has no more money: OpenAI says so with 429, and waiting does not help. */
function isUsedUp({ code, type }: Refusal): boolean {
  return code === 'insufficient_quota' || type === 'insufficient_quota';
}

/** What the server asks for, in `retry-after-ms` or `Retry-After` (seconds or a date). */
function pauseOf({ headers }: Refusal): number {
  const header = (name: string) => headers?.get?.(name)?.trim() || undefined;
  const exact = Number(header('retry-after-ms'));
  if (exact >= 0) return Math.max(exact, PAUSE_MS);
  const after = header('retry-after');
  if (after === undefined) return PAUSE_MS;
  const seconds = Number(after);
  const ms = Number.isNaN(seconds) ? Date.parse(after) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? PAUSE_MS : Math.max(ms, PAUSE_MS);
}
