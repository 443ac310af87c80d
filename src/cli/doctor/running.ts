import { asCommandLine } from '../../http/admin/caller.js';
import { NO_ANSWER, reasonOf, TIMEOUT_MS } from './finding.js';

/** What `diag` tells of the process that runs. */
export interface Diagnosed {
  webhook_url: string;
  api_base: string;
  account_hold?: {
    since: string;
    code: number | null;
    message: string;
    action: string | null;
    waiting: number;
  } | null;
  refused_signatures: { at: string; url: string; reason: string }[];
}

/** Who is at our own address. */
export type Occupant =
  | { who: 'recado' }
  | { who: 'nobody' }
  /** Another program, and what it does when it is asked for `/health/live`. */
  | { who: 'stranger'; does: string }
  /** It takes connections and gives no answer: another program, or a Recado that hangs. */
  | { who: 'silent' };

/** What the network says where no program listens, or no such address is known. */
const NOBODY = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|bad port/;

/** The Recado that runs at our own address, if one does: it is asked over HTTP. */
export class Running {
  private found?: Promise<Occupant>;

  constructor(private readonly url: string) {}

  /** Whether a Recado answers there. */
  async alive(): Promise<boolean> {
    return (await this.occupant()).who === 'recado';
  }

  /** Asked once: a silent one keeps each question waiting. */
  occupant(): Promise<Occupant> {
    return (this.found ??= this.look());
  }

  private async look(): Promise<Occupant> {
    try {
      const answer = await this.ask('/health/live');
      if (isAlive(answer)) return { who: 'recado' };
      return { who: 'stranger', does: `answers ${httpOf(answer)}` };
    } catch (error) {
      const { message } = error as Error;
      if (message === NO_ANSWER) return { who: 'silent' };
      if (NOBODY.test(message)) return { who: 'nobody' };
      return { who: 'stranger', does: `speaks no HTTP (${message})` };
    }
  }

  /** Undefined when it can work now, else what is down. */
  async unready(): Promise<string | undefined> {
    const answer = await this.ask('/health/ready');
    if (answer.status === 200) return undefined;
    const { detail } = JSON.parse(answer.body) as { detail?: string };
    return detail ?? `HTTP ${answer.status}`;
  }

  /** What it is configured with; the status when it doesn't take the token. */
  async diag(adminToken: string): Promise<Diagnosed | number> {
    const headers = asCommandLine(adminToken);
    const { status, body } = await this.ask('/api/v1/whatsapp/diag', headers);
    return status === 200 ? (JSON.parse(body) as Diagnosed) : status;
  }

  private ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return get(this.url + path, headers, TIMEOUT_MS / 2);
  }
}

export interface Answer {
  status: number;
  /** As it came; empty where there is none. */
  location: string;
  type: string;
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
