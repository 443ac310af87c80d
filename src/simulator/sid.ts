import { randomBytes } from 'node:crypto';

/** A new identifier as Twilio makes them: the kind's two letters and 32 hexadecimal digits. */
export function newSid(kind: 'SM' | 'MM' | 'ME'): string {
  return kind + randomBytes(16).toString('hex');
}
