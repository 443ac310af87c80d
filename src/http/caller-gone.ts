import type { Response } from 'express';

/** A signal that aborts when the caller hangs up before it has its answer. */
export function callerGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => response.writableFinished || gone.abort());
  return gone.signal;
}
