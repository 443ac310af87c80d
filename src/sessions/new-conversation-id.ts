import { randomUUID } from 'node:crypto';

/** So many ids are counted within a millisecond; the one after them is dated a millisecond later. */
const MOST = 0xfff;

let dated = 0;
let count = 0;

/**
 * Returns an id for a new conversation, which is greater than all that this process made before: of
 * two conversations that began in the same millisecond, the one with the smaller id is the older. It
 * is a UUID of version 7 in which a counter follows the time (RFC 9562, section 6.2, method 1).
 */
export function newConversationId(): string {
  const now = Date.now();
  if (now > dated) [dated, count] = [now, 0];
  else if (count < MOST) count++;
  else [dated, count] = [dated + 1, 0];
  const time = dated.toString(16).padStart(12, '0');
  const counter = count.toString(16).padStart(3, '0');
  // The variant, and 62 bits that are random.
  const rest = randomUUID().slice(19);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${rest}`;
}
