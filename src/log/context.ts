import { AsyncLocalStorage } from 'node:async_hooks';

/** What each line of the log says of the work that it belongs to. */
export interface LogContext {
  /** Of the request that is served, or that brought what is worked on. */
  request_id?: string;
  conversation_id?: string;
  turn_id?: string;
}

const running = new AsyncLocalStorage<LogContext>();

/** Runs something whose lines carry `context`, in place of what they carried until now. */
export function inLog<T>(context: LogContext, work: () => T): T {
  return running.run(context, work);
}

/** From here on, the lines of what runs carry this, too. */
export function addToLog(more: LogContext): void {
  Object.assign(running.getStore() ?? {}, more);
}

/** Empty outside of a request or a worker's visit. */
export function logContext(): LogContext {
  return running.getStore() ?? {};
}
