import type { Claim } from './queue.store.js';

/** After so many crashes a process works on this mailbox alone, and on one message at a time. */
export const ALONE_AFTER = 2;

/**
 * The mailbox's count once a claim has got something done: its answer is stored, or the channel has
 * taken a part. What was passed isn't what kills, so that a process that dies now is the first one again.
 * What kills may wait behind it: a suspect stays one. Undefined where the count stands as it should.
 */
export function countAfterProgress({ crashes }: Claim): number | undefined {
  if (!crashes) return undefined;
  // The claim that goes on is in the count until its release.
  return crashes < ALONE_AFTER ? 1 : ALONE_AFTER + 1;
}
