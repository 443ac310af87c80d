import { reasonOf, TIMEOUT_MS } from './finding.js';

export interface Answer {
  status: number;
  /** As it came; empty where there is none. */
  location: string;
  type: string;
  headers: Headers;
  body: string;
}

/** Asks without following a redirect. Throws an error whose message says why there is no answer. */
export async function get(
  url: string,
  headers: Record<string, string> = {},
  timeout = TIMEOUT_MS,
): Promise<Answer> {
  return request(url, { headers }, timeout);
}

/** Posts a form, likewise. */
export async function postForm(
  url: string,
  form: Record<string, string>,
  headers: Record<string, string>,
): Promise<Answer> {
  return request(url, { method: 'POST', headers, body: new URLSearchParams(form) }, TIMEOUT_MS);
}

async function request(url: string, init: RequestInit, timeout: number): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(timeout - 100);
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      type: response.headers.get('content-type') ?? '',
      headers: response.headers,
      body: await response.text(),
    };
  } catch (error) {
    throw Object.assign(new Error(reasonOf(error)), { cause: undefined });
  }
}

/** Whether it is what our `/health/live` says. */
export function isAlive({ status, body }: Answer): boolean {
  return status === 200 && body.replaceAll(/\s/g, '') === '{"status":"ok"}';
}

/** An answer in a few words: `HTTP 200, text/html`. */
export function httpOf({ status, type }: Answer): string {
  return `HTTP ${status}${type && `, ${type.split(';')[0]}`}`;
}
