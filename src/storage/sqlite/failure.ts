import type { Failure } from './thread-calls.js';

/** Brings an error into a form that can be sent between threads. */
export function toFailure(error: unknown): Failure {
  const { name, message, code, errcode, stack } = error as Error & Failure;
  return { name, isRangeError: error instanceof RangeError, message, code, errcode, stack };
}
