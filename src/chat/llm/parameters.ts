/** Tokens for an answer that is read on a phone: some 2000 characters, more than a message holds. */
export const PHONE_TOKENS = 700;
/** Tokens for a model that thinks before it answers. */
export const THINKING_TOKENS = 4000;

/**
 * What a request says beside the messages. Servers and models differ in what they accept: it is found
 * out from their refusals.
 */
export interface Asked {
  /** 0 asks for the likeliest words; reasoning models take none. */
  temperature?: number;
  /** What the limit of tokens is called: the old name, which all servers know, or OpenAI's new one. */
  limit?: 'max_tokens' | 'max_completion_tokens';
  tokens: number;
}

/** What a server is asked first. */
export const FIRST: Asked = { temperature: 0, limit: 'max_tokens', tokens: PHONE_TOKENS };

/** The fields of a request. */
export function fieldsOf({ temperature, limit, tokens }: Asked): Record<string, number> {
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(limit ? { [limit]: tokens } : {}),
  };
}

/** A server's refusal of one parameter. */
export interface Refusal {
  /** Its name. */
  field: string;
  /** What is asked with instead. */
  instead: Asked;
  /** Whether the model never takes it; else only this request was too long for it. */
  always: boolean;
}

/**
 * Which parameter a server refused with an HTTP 400 (or 422, as Mistral's does), by `error.param` or by
 * the text of the error; undefined where it names none that was sent.
 */
export function refusalOf(error: unknown, asked: Asked): Refusal | undefined {
  const { answer, tooLong } = withoutWrapping(error);
  if (answer.status !== 400 && answer.status !== 422) return undefined;
  const said = `${answer.message} ${JSON.stringify(answer.error ?? '')}`;
  const fields = Object.keys(fieldsOf(asked));
  const field =
    fields.find((name) => name === answer.param) ??
    fields.find((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(said));
  return field ? { field, instead: otherThan(field, asked), always: !tooLong } : undefined;
}

function otherThan(field: string, { temperature, limit, tokens }: Asked): Asked {
  if (field === 'temperature') return { limit, tokens };
  const next = field === 'max_tokens' ? ('max_completion_tokens' as const) : undefined;
  return { temperature, limit: next, tokens };
}

interface HttpError {
  status?: number;
  param?: unknown;
  message?: string;
  error?: unknown;
}

/** LangChain wraps an error that speaks of a prompt's length. */
function withoutWrapping(error: unknown): { answer: HttpError; tooLong: boolean } {
  const { status, cause } = error as HttpError & { cause?: HttpError };
  if (status === undefined && cause?.status !== undefined) return { answer: cause, tooLong: true };
  return { answer: error as HttpError, tooLong: false };
}
