/** The mailbox has something new. */
export const ONE_WAKE_MORE = { $add: [{ $ifNull: ['$wakes', 0] }, 1] } as const;

/**
 * Takes the mailbox from whoever works on it and makes it due. That claim ended by our doing, not
 * by a crash: it is not counted as one.
 */
export const FENCE = {
  token: { $add: ['$token', 1] },
  wakes: ONE_WAKE_MORE,
  lease: '$$REMOVE',
  lease_until: '$$REMOVE',
  due_at: '$$NOW',
  crashes: {
    $cond: [
      { $gt: ['$lease_until', null] },
      { $max: [{ $subtract: ['$crashes', 1] }, 0] },
      '$crashes',
    ],
  },
} as const;
