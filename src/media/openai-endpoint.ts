import { Injectable } from '@nestjs/common';
import { Env } from '../env/env.js';

const OPENAI = 'https://api.openai.com/v1';
/** Bytes of an answer: a transcript has a few KiB. */
const MOST_BYTES = 1024 * 1024;

/** The server failed, or what it answers can't be read. The message holds nothing of its own words. */
export class EndpointError extends Error {
  override name = 'EndpointError';

  constructor(
    message: string,
    /** The HTTP status, if there was an answer. */
    readonly status?: number,
  ) {
    super(message);
  }
}

/** The OpenAI-compatible server, for what is asked of it besides chat and embeddings. */
@Injectable()
export class OpenAIEndpoint {
  constructor(private readonly env: Env) {}

  /** The named model; with OpenAI itself `standard`; undefined where there is none. */
  model(named: string | undefined, standard: string): string | undefined {
    const { OPENAI_API_KEY, OPENAI_BASE_URL } = this.env;
    if (!OPENAI_API_KEY && !OPENAI_BASE_URL) return undefined;
    return named ?? (OPENAI_BASE_URL ? undefined : standard);
  }

  /** Posts a form or JSON, and gives the answer's JSON. Throws an `EndpointError`, or the signal's reason. */
  async post(path: string, body: FormData | object, signal: AbortSignal): Promise<unknown> {
    const form = body instanceof FormData;
    try {
      const response = await fetch(`${this.env.OPENAI_BASE_URL ?? OPENAI}${path}`, {
        method: 'POST',
        headers: {
          ...(this.env.OPENAI_API_KEY && { Authorization: `Bearer ${this.env.OPENAI_API_KEY}` }),
          ...(!form && { 'Content-Type': 'application/json' }),
        },
        body: form ? body : JSON.stringify(body),
        redirect: 'error',
        signal,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new EndpointError(`HTTP ${response.status}`, response.status);
      }
      return JSON.parse(await textOf(response));
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof EndpointError ? error : new EndpointError(wording(error));
    }
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new EndpointError('its answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function wording(error: unknown): string {
  const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
  return `not reached (${typeof code === 'string' ? code : (error as Error).name})`;
}
