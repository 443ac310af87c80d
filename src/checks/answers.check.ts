import { fallbackOf, firstOf } from '../chat/llm/chat-model.js';
import type { Endpoint, Said } from '../chat/llm/completions.js';
import { ModelClient, ModelError } from '../chat/llm/model-client.js';
import type { Env } from '../env/env.js';
import { EmbeddingModel } from '../knowledge/meaning/embedding-model.js';
import { Reranker } from '../knowledge/search/rerank.js';
import { ok, TIMEOUT_MS, reasonOf, type Result, skipped, wrong } from './finding.js';
import type { Installation } from './installation.js';

const OPENAI = 'https://api.openai.com/v1';

/** Whether the model answers a tiny question, in the time that a customer's has. */
export async function model({ env, config }: Installation): Promise<Result> {
  if (!env.OPENAI_API_KEY && !env.OPENAI_BASE_URL)
    return skipped('none: answers are passages of the documents, word for word');
  const name = config.chatModel ?? "OpenAI's small one";
  const asked = await ask(firstOf(env, config), config.llmTimeoutMs);
  if (asked === 'late') return late(env, name, config.llmTimeoutMs);
  if (typeof asked === 'number') return ok(`${name} answers, in ${asked} ms`);
  return wrong(`${name}: ${wordingOf(asked)}${whoWasAsked(env)}`, cureOf(asked, env));
}

/** Whether the second model answers, where one is named. */
export async function fallbackModel({ env, config }: Installation): Promise<Result> {
  const { FALLBACK_CHAT_MODEL: name } = env;
  if (!name) return skipped('none is named (FALLBACK_CHAT_MODEL)');
  const asked = await ask(fallbackOf(env, name), config.llmTimeoutMs);
  if (typeof asked === 'number') return ok(`${name} answers, in ${asked} ms`);
  const why = asked === 'late' ? `no answer within ${config.llmTimeoutMs} ms` : wordingOf(asked);
  const names = 'FALLBACK_OPENAI_BASE_URL, FALLBACK_OPENAI_API_KEY and FALLBACK_CHAT_MODEL';
  return wrong(`${name}: ${why}`, `See whether ${names} are right; or leave them empty.`);
}

/** Milliseconds that a model took. It alone is asked, or nobody would hear of its trouble. */
async function ask(endpoint: Endpoint, ms: number): Promise<number | 'late' | ModelError> {
  const signal = AbortSignal.timeout(ms);
  const began = performance.now();
  try {
    await new ModelClient(endpoint).ask(QUESTION, signal);
  } catch (error) {
    if (signal.aborted) return 'late';
    if (error instanceof ModelError) return error;
    throw error;
  }
  return Math.round(performance.now() - began);
}

const QUESTION: Said[] = [
  { role: 'system', text: 'Answer with one word.' },
  { role: 'user', text: 'Say: ok' },
];

function late(env: Env, name: string, timeoutMs: number): Result {
  const raise = 'Raise LLM_TIMEOUT_MS, or take a faster model';
  return wrong(
    `${name} gave no answer within LLM_TIMEOUT_MS (${timeoutMs} ms)${whoWasAsked(env)}`,
    `${raise}: customers would get the fallback message.${orAnotherServer(env)}`,
  );
}

/** Why a model isn't reached is at the end of the causes. */
function wordingOf(error: ModelError): string {
  return /not reached/.test(error.message)
    ? `model not reached: ${reasonOf(error)}`
    : error.message;
}

/** Which server was asked, where no variable says it. */
function whoWasAsked({ OPENAI_BASE_URL: base }: Env): string {
  return base ? '' : ` (${new URL(OPENAI).host} was asked)`;
}

/** A key that is given without an address goes to OpenAI, also when another server gave it. */
function orAnotherServer({ OPENAI_BASE_URL: base }: Env): string {
  if (base) return '';
  return (
    ' If OPENAI_API_KEY is of another server, set OPENAI_BASE_URL to its address, and CHAT_MODEL: ' +
    'without an address OpenAI is asked.'
  );
}

function cureOf({ message }: ModelError, env: Env): string {
  const { OPENAI_BASE_URL: base } = env;
  const other = orAnotherServer(env);
  if (/HTTP 40[13]/.test(message))
    return `See whether OPENAI_API_KEY is right and may use it.${other}`;
  if (/HTTP 40[04]/.test(message))
    return `See whether that server knows CHAT_MODEL by this name.${other}`;
  if (/HTTP 429/.test(message))
    return 'The account is used up, or asked too often: see its limits.';
  if (/not reached/.test(message) && base)
    return 'See whether OPENAI_BASE_URL names a server that runs.';
  if (/not reached/.test(message))
    return `See whether this machine may reach OpenAI: DNS, firewall.${other}`;
  return base
    ? 'Read the log of the model server; OPENAI_BASE_URL says which it is.'
    : 'OpenAI has trouble: see its status page, and try again later.';
}

/** Whether the model for embeddings answers, where one is named. */
export async function embeddings({ env }: Installation): Promise<Result> {
  const { OPENAI_BASE_URL: base = OPENAI, OPENAI_API_KEY: key } = env;
  const { name } = new EmbeddingModel(env);
  if (!name) return skipped('none is named (EMBEDDING_MODEL)');
  const server = env.OPENAI_BASE_URL ? 'the server of OPENAI_BASE_URL' : 'OpenAI';
  const cure = `See whether ${server} has EMBEDDING_MODEL; or leave it empty.${orAnotherServer(env)}`;
  try {
    const response = await fetch(`${base}/embeddings`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key ?? 'none'}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ model: name, input: 'hello' }),
      signal: AbortSignal.timeout(TIMEOUT_MS - 100),
    });
    if (!response.ok) return wrong(`${name}: HTTP ${response.status}${whoWasAsked(env)}`, cure);
    const size = dimensions(await response.json());
    return size ? ok(`${name}: ${size} dimensions`) : wrong(`${name}: no vector came back`, cure);
  } catch (error) {
    return wrong(`${name}: ${reasonOf(error)}${whoWasAsked(env)}`, cure);
  }
}

function dimensions(answer: unknown): number | undefined {
  const { data } = (answer ?? {}) as { data?: { embedding?: unknown }[] };
  const vector = data?.[0]?.embedding;
  return Array.isArray(vector) ? vector.length : undefined;
}

/** Whether the endpoint for reranking ranks, where one is named. */
export async function rerank({ env }: Installation): Promise<Result> {
  if (!env.RERANK_URL) return skipped('none is named (RERANK_URL)');
  const began = performance.now();
  const passages = ['Bread is 2 €.', 'We close on Sundays.'].map(untitled);
  try {
    await new Reranker(env).scores('bread', passages, AbortSignal.timeout(TIMEOUT_MS - 100));
  } catch (error) {
    const cure = 'See whether RERANK_URL, RERANK_MODEL and RERANK_API_KEY are right';
    return wrong(reasonOf(error), `${cure}; or leave them empty.`);
  }
  return ok(`${env.RERANK_MODEL ?? 'it'} ranks, in ${Math.round(performance.now() - began)} ms`);
}

function untitled(text: string) {
  return { title: '', section: '', text };
}
