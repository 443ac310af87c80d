import type { Response } from 'express';

/** Aborted when the caller is gone before it has its answer. */
export function callerGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => response.writableFinished || gone.abort());
  return gone.signal;
}
