import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asCommandLine } from '../../http/admin/caller.js';
import { FILE_LIMIT } from '../../knowledge/documents/file-limit.js';
import { reasonOf } from '../../checks/finding.js';
import type { Source } from './sources.js';

/** What became of something that was put in. */
export interface Kept {
  id: string;
  outcome: 'new' | 'replaced' | 'unchanged';
}

/** The server doesn't take it; the message says why and what to do. */
export class Refused extends Error {
  override name = 'Refused';
}

/** The statuses of a server that will take it a little later. */
const LATER = new Set([429, 503]);
/** Milliseconds before each further try. */
const PAUSES = [500, 1000, 2000, 4000, 8000];
const LONGEST_PAUSE = 30_000;
const MIB = 1024 * 1024;
/** Milliseconds for one request: a long scan is read word by word. */
const TIMEOUT_MS = 10 * 60_000;

/** The admin API of the Recado that runs, as far as documents go. */
export class KnowledgeClient {
  /** Once it was waited for in vain, further requests don't wait, until it answers again. */
  private away = false;

  constructor(
    private readonly address: string,
    private readonly token: string,
    private readonly pause: (milliseconds: number) => Promise<unknown> = sleep,
  ) {}

  /** Whether the token is the server's. Throws a `Refused` when it doesn't answer. */
  async takesToken(): Promise<boolean> {
    const { status } = await this.ask('GET', 'documents?limit=1');
    return status !== 401;
  }

  /** Puts a file or a page in, under its name. Throws a `Refused`. */
  async put(source: Source): Promise<Kept> {
    const response =
      'url' in source
        ? await this.ask('POST', 'pages', () => JSON.stringify({ url: source.url }))
        : await this.ask('POST', 'documents', () => formOf(source));
    const { id, outcome } = (await answerOf(response)) as Kept;
    return { id, outcome };
  }

  /** Takes a document out; one that isn't there is out already. Throws a `Refused`. */
  async remove(id: string): Promise<void> {
    const response = await this.ask('DELETE', `documents/${id}`);
    if (response.status !== 404) await answerOf(response);
  }

  /** Tries again, a few times, while the server is away or has too much to do. */
  private async ask(method: string, path: string, body?: () => Body | Promise<Body>) {
    for (let tries = 0; ; tries++) {
      const response = await this.try(method, path, await body?.());
      const isAway = response instanceof Error;
      const later = isAway ? !this.away : LATER.has(response.status);
      if (later && tries < PAUSES.length) {
        await this.pause(waitOf(response, PAUSES[tries]));
        continue;
      }
      this.away = isAway;
      if (isAway) throw response;
      return response;
    }
  }

  private async try(method: string, path: string, body?: Body): Promise<Response | Refused> {
    const type = typeof body === 'string' && { 'Content-Type': 'application/json' };
    const headers = { ...asCommandLine(this.token), ...type };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const init = { method, headers, body, signal, redirect: 'error' as const };
      return await fetch(`${this.address}/api/v1/knowledge/${path}`, init);
    } catch (error) {
      if (signal.aborted) throw new Refused('Recado takes more than 10 minutes: read its log');
      return new Refused(`Recado gives no answer (${reasonOf(error)}): is it still running?`);
    }
  }
}

type Body = string | FormData;

/** The file is read while it is sent: it may be large, and it may change before the next try. */
async function formOf({ name, path }: { name: string; path: string }): Promise<FormData> {
  const form = new FormData();
  form.append('name', name);
  form.append('file', await blobOf(path), basename(path));
  return form;
}

async function blobOf(path: string): Promise<Blob> {
  try {
    const { size } = await stat(path);
    // The server would say so as well, but it could hang up on whoever still sends.
    if (size > FILE_LIMIT) throw tooLarge(size);
    return await openAsBlob(path);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`it cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

function tooLarge(size: number): Refused {
  const [has, may] = [size, FILE_LIMIT].map((bytes) => `${Math.ceil(bytes / MIB)} MiB`);
  return new Refused(
    `it has ${has}, and may have ${may}: part it, or save it without its pictures`,
  );
}

function waitOf(response: Response | Refused, usual: number): number {
  const seconds = response instanceof Error ? 0 : Number(response.headers.get('retry-after'));
  return Math.min(Math.max(usual, seconds * 1000 || 0), LONGEST_PAUSE);
}

/** Throws a `Refused`, in the words of the API's problem, when it isn't a success. */
async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return text ? JSON.parse(text) : {};
  throw new Refused(detailIn(text) ?? `Recado answers HTTP ${response.status}: read its log`);
}

function detailIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { detail?: string }).detail;
  } catch {
    return undefined;
  }
}
