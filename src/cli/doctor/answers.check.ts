import { ChatModel, ModelError } from '../../chat/llm/chat-model.js';
import { ok, PATIENCE, reasonOf, type Result, skipped, wrong } from './finding.js';
import type { Patient } from './patient.js';

const OPENAI = 'https://api.openai.com/v1';

/** Whether the model answers a tiny question, in the time that a customer's has. */
export async function model({ env, config }: Patient): Promise<Result> {
  const chat = new ChatModel(env);
  if (!chat.configured)
    return skipped('none: answers are passages of the documents, word for word');
  const signal = AbortSignal.timeout(config.llmTimeoutMs);
  const began = performance.now();
  const name = config.chatModel ?? "OpenAI's small one";
  try {
    const question = [{ role: 'user' as const, text: 'Say: ok' }];
    await chat.answer('Answer with one word.', question, signal, config.chatModel);
  } catch (error) {
    if (signal.aborted)
      return wrong(
        `${name} gave no answer within LLM_TIMEOUT_MS (${config.llmTimeoutMs} ms)`,
        'Raise LLM_TIMEOUT_MS, or take a faster model: customers would get the fallback message.',
      );
    if (error instanceof ModelError) return wrong(`${name}: ${wordingOf(error)}`, cureOf(error));
    throw error;
  }
  return ok(`${name} answers, in ${Math.round(performance.now() - began)} ms`);
}

/** Why a model isn't reached is at the end of the causes. */
function wordingOf(error: ModelError): string {
  return /not reached/.test(error.message)
    ? `model not reached: ${reasonOf(error)}`
    : error.message;
}

function cureOf({ message }: ModelError): string {
  if (/HTTP 40[13]/.test(message)) return 'See whether OPENAI_API_KEY is right and may use it.';
  if (/HTTP 40[04]/.test(message)) return 'See whether that server knows CHAT_MODEL by this name.';
  if (/HTTP 429/.test(message))
    return 'The account is used up, or asked too often: see its limits.';
  if (/not reached/.test(message)) return 'See whether OPENAI_BASE_URL names a server that runs.';
  return 'Read the log of the model server; OPENAI_BASE_URL says which it is.';
}

/** Whether the model for embeddings answers, where one is named. */
export async function embeddings({ env }: Patient): Promise<Result> {
  const { EMBEDDING_MODEL: name, OPENAI_BASE_URL: base = OPENAI, OPENAI_API_KEY: key } = env;
  if (!name) return skipped('none is named (EMBEDDING_MODEL)');
  const cure = 'See whether the server of OPENAI_BASE_URL has EMBEDDING_MODEL; or leave it empty.';
  try {
    const response = await fetch(`${base}/embeddings`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key ?? 'none'}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ model: name, input: 'hello' }),
      signal: AbortSignal.timeout(PATIENCE - 100),
    });
    if (!response.ok) return wrong(`${name}: HTTP ${response.status}`, cure);
    const size = dimensions(await response.json());
    return size ? ok(`${name}: ${size} dimensions`) : wrong(`${name}: no vector came back`, cure);
  } catch (error) {
    return wrong(`${name}: ${reasonOf(error)}`, cure);
  }
}

function dimensions(answer: unknown): number | undefined {
  const { data } = (answer ?? {}) as { data?: { embedding?: unknown }[] };
  const vector = data?.[0]?.embedding;
  return Array.isArray(vector) ? vector.length : undefined;
}
