import { Problem } from '../../http/problems/problem.js';

/** nginx's status for a caller that left before its answer. Only the log and the metrics show it. */
const CALLER_GONE = 499;

/** The answer, or a `Problem` that only the log shows where the caller left before it was made. */
export async function unlessLeft<T>(answer: Promise<T>, gone: AbortSignal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!gone.aborted) throw error;
    throw new Problem(CALLER_GONE, 'Client Closed Request', 'The caller left.');
  }
}
