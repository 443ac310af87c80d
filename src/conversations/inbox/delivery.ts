import type { Part } from '../../mailbox/turns/part.js';

/**
 * How far an answer is, from the worst to the best.
 *
 * - `failed`, `uncertain`: a part was given up, or its outcome is unknown
 * - `stopped`: a part is not sent, because a person took over or the sender opted out
 * - `pending`: a part waits to be sent, or is being sent
 * - `sent`: Twilio has taken all parts; `delivered`, `read`: so has the sender's phone, the sender
 */
export const DELIVERIES = [
  'failed',
  'uncertain',
  'stopped',
  'pending',
  'sent',
  'delivered',
  'read',
] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** Returns the worst of an answer's parts, or null where there is none. */
export function deliveryOf(parts: Pick<Part, 'state' | 'status'>[]): Delivery | null {
  const found = new Set(parts.map(partDelivery));
  return DELIVERIES.find((delivery) => found.has(delivery)) ?? null;
}

function partDelivery({ state, status }: Pick<Part, 'state' | 'status'>): Delivery {
  if (state === 'accepted') return status === 'read' || status === 'delivered' ? status : 'sent';
  if (state === 'dead') return 'failed';
  return state === 'sending' ? 'pending' : state;
}
