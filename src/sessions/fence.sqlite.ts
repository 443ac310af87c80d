/**
 * Takes the mailbox from its worker and makes it due (`:now`). The new fencing token makes the
 * store refuse the worker's writes. The claim that ends this way isn't counted as a crash.
 */
export const FENCE = `token = token + 1, wakes = wakes + 1, lease_until = NULL, due_at = :now,
  crashes = CASE WHEN lease_until IS NULL THEN crashes ELSE MAX(crashes - 1, 0) END`;
