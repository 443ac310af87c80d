/** What a check found. `skipped`: there is nothing to check, or it can't be checked now. */
export interface Finding {
  check: string;
  status: 'ok' | 'wrong' | 'skipped';
  /** What was seen; of what is wrong, the cause. */
  detail: string;
  /** Of what is wrong: what to do next. */
  cure?: string;
}

/** A finding before it is told which check it is of. */
export type Result = Omit<Finding, 'check'>;

export const ok = (detail: string): Result => ({ status: 'ok', detail });
export const skipped = (detail: string): Result => ({ status: 'skipped', detail });
export const wrong = (detail: string, cure: string): Result => ({ status: 'wrong', detail, cure });

/** Milliseconds that a check may take, unless it says otherwise. */
export const TIMEOUT_MS = 10_000;

/** What a check found that ends in time, whatever it waits for. Never rejects. */
export async function inTime<T>(check: () => Promise<T>, limit = TIMEOUT_MS): Promise<T | Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result>((resolve) => {
    const result = wrong(
      `no answer within ${limit / 1000} s`,
      'Look whether what it asks is reachable from this machine.',
    );
    timer = setTimeout(() => resolve(result), limit);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return wrong(reasonOf(error), 'Put that right, then run this again.');
  } finally {
    clearTimeout(timer);
  }
}

/** The reason for which a request was given up. */
export const NO_ANSWER = 'no answer in time';

/** Node's code for all that SQLite says. */
const SQLITE = 'ERR_SQLITE_ERROR';

/** Why something failed, in a few words: `fetch` hides the reason in its causes. */
export function reasonOf(error: unknown): string {
  const { code, message, name, cause, reason } = error as Error & {
    code?: unknown;
    reason?: unknown;
  };
  if (name === 'TimeoutError') return NO_ANSWER;
  if (cause instanceof Error) return reasonOf(cause);
  // OpenSSL's message names a line of its source.
  if (typeof code === 'string' && code.startsWith('ERR_SSL_')) return `${code}: ${String(reason)}`;
  const known = typeof code === 'string' && code !== SQLITE && !message?.includes(code);
  return [known && code, message].filter(Boolean).join(': ') || String(error);
}
