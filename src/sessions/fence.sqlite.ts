/**
 * Takes the mailbox from whoever works on it and makes it due. That claim ended by our doing, not
 * by a crash: it is not counted as one.
 */
export const FENCE = `token = token + 1, wakes = wakes + 1, lease_until = NULL, due_at = :now,
  crashes = CASE WHEN lease_until IS NULL THEN crashes ELSE MAX(crashes - 1, 0) END`;
