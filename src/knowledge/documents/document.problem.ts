import { STATUS_CODES } from 'node:http';
import { Problem } from '../../http/problems/problem.js';
import { type Unreadable, UnreadableFile } from '../reading/reading.js';

/** The statuses of what is no fault of the request's form; anything else is a 400. */
const STATUS: Partial<Record<Unreadable, number>> = { 'too-large': 413, 'wrong-type': 415 };

/** A field of the request that can't be used. `message` goes on where the field's name ends. */
export function refused(field: string, message: string): Problem {
  return notTaken(400, message, field);
}

/** Likewise, with another status. */
export function notTaken(status: number, message: string, field = 'file'): Problem {
  const detail = `${field} ${message}`;
  return new Problem(status, STATUS_CODES[status]!, detail, { errors: [{ field, message }] });
}

/** Makes a problem of an `UnreadableFile`, whose message says what to do; leaves other errors. */
export function unreadable(error: unknown, field: string): unknown {
  if (!(error instanceof UnreadableFile)) return error;
  const { reason, message } = error;
  const status = STATUS[reason] ?? 400;
  // Behind the field's name, as every such message stands.
  const going = `cannot be read: ${message[0].toLowerCase()}${message.slice(1)}`;
  const errors = [{ field, message: going }];
  return new Problem(status, STATUS_CODES[status]!, message, { errors, cause: error });
}

/** There is none of the id that was asked for. */
export function unknownDocument(): Problem {
  return new Problem(404, 'No such document', 'There is no document of this id.');
}
