import { AsyncLocalStorage } from 'node:async_hooks';

/** The ids that every log line carries about the work that it belongs to. */
export interface LogContext {
  /** The request that is served, or that brought the message which is worked on. */
  request_id?: string;
  /** The conversation that is worked on. */
  conversation_id?: string;
  /** The turn that is worked on. */
  turn_id?: string;
}

/** Node carries the context along every asynchronous call. */
const running = new AsyncLocalStorage<LogContext>();

/** Runs `work`; its log lines carry `context` instead of the surrounding one. */
export function inLog<T>(context: LogContext, work: () => T): T {
  return running.run(context, work);
}

/** Adds ids to the running work: its later log lines carry them, too. */
export function addToLog(more: LogContext): void {
  Object.assign(running.getStore() ?? {}, more);
}

/** The ids of the running work; none outside of a request or a worker's visit. */
export function logContext(): LogContext {
  return running.getStore() ?? {};
}
