import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from './problems/problem.js';

/** What may name a message in an address. Whoever isn't Twilio may give its message any such MessageSid. */
export const MESSAGE_NAME = /^[A-Za-z0-9_-]{1,64}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The name of a message in an address: Twilio's MessageSid, or Recado's own id, in small letters as it
 * is kept. Throws a `Problem` (400) for what can be neither.
 */
@Injectable()
export class MessageId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (MESSAGE_NAME.test(value)) return UUID.test(value) ? value.toLowerCase() : value;
    const message = "must be Twilio's MessageSid or the id of a message";
    const errors = [{ field: 'sid', message }];
    throw new Problem(400, 'Bad Request', `sid ${message}`, { errors });
  }
}

/** The error of every route of a message when nothing of its id is known. */
export function noSuchMessage(): Problem {
  return new Problem(404, 'No such message', 'There is no message of this SID or id.');
}
