/** Raises `wakes`, as everything does that gives the mailbox something to do. */
export const ONE_WAKE_MORE = { $add: [{ $ifNull: ['$wakes', 0] }, 1] } as const;

/** The count without the claim that has the mailbox. */
export const ONE_CRASH_LESS = { $max: [{ $subtract: ['$crashes', 1] }, 0] } as const;

/**
 * Takes the mailbox from its worker and makes it due. The new fencing token makes the store refuse
 * the worker's writes. The claim that ends this way isn't counted as a crash.
 */
export const FENCE = {
  token: { $add: ['$token', 1] },
  wakes: ONE_WAKE_MORE,
  lease: '$$REMOVE',
  lease_until: '$$REMOVE',
  due_at: '$$NOW',
  crashes: { $cond: [{ $gt: ['$lease_until', null] }, ONE_CRASH_LESS, '$crashes'] },
} as const;
