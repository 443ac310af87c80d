/** MongoDB: error 11000, E11000 duplicate key. */
const DUPLICATE_KEY = 11000;

/** Whether a write failed, or one of a batch, because its unique value is there already. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown }).code === DUPLICATE_KEY;
}
