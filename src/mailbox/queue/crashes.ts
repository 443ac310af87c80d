import type { Claim } from './queue.store.js';

/** After so many crashes a process works on this mailbox alone, and on one message at a time. */
export const ALONE_AFTER = 2;

/** Whether a mailbox may kill the process: only what is worked on alone is to blame for the next crash. */
export function isSuspect({ crashes }: Pick<Claim, 'crashes'>): boolean {
  return crashes >= ALONE_AFTER;
}

/**
 * What a worker may claim of the due, the longest due first: those before the first suspect, or the suspect
 * alone where it is the first and the worker is idle. What is claimed beside a suspect, or a suspect that
 * waits claimed for others, would be counted as near a crash that it had no part in.
 */
export function claimable<T extends Pick<Claim, 'crashes'>>(due: T[], idle: boolean): T[] {
  const first = due.findIndex(isSuspect);
  if (first === -1) return due;
  return first > 0 || !idle ? due.slice(0, first) : [due[0]];
}

/**
 * The mailbox's count once a claim has got something done: its answer is stored, or the channel has
 * taken a part. What was passed isn't what kills, so that a process that dies now is the first one again.
 * What kills may wait behind it: a suspect stays one. Undefined where the count stands as it should.
 */
export function countAfterProgress(claim: Claim): number | undefined {
  if (!claim.crashes) return undefined;
  // The claim that goes on is in the count until its release.
  return isSuspect(claim) ? ALONE_AFTER + 1 : 1;
}
