/** The store refused or couldn't be reached; the caller may try again. */
export class StorageError extends Error {
  override name = 'StorageError';
  /** SQLite's own code, where it was SQLite that refused. */
  errcode?: number;
}

/** The drivers of MongoDB throw their own errors: `MongoNetworkError` and its like. */
export function isStorageFailure(error: unknown): error is Error {
  return (
    error instanceof StorageError || (error instanceof Error && error.name.startsWith('Mongo'))
  );
}

const SQLITE_FULL = 13;
export const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** Those that the server itself threw: it was there. */
const REFUSED = ['MongoServerError', 'MongoBulkWriteError'];

export function wasRefused(error: Error): boolean {
  return REFUSED.includes(error.name);
}

/** Whether SQLite says that its file isn't whole. */
export function isDamage(errcode: number | undefined): boolean {
  return [SQLITE_CORRUPT, SQLITE_NOTADB].includes(plain(errcode ?? 0));
}

/** Extended codes carry the plain one in their lowest byte. */
function plain(errcode: number): number {
  return errcode & 0xff;
}

/** What an operator should do about it. Once that is done, all goes on without a restart. */
export function cureOf(error: Error): string {
  const { errcode } = error as StorageError;
  if (wasRefused(error)) return "See MongoDB's own log.";
  if (errcode === undefined) return 'See that MongoDB runs, and that MONGODB_URI is its address.';
  if (isDamage(errcode)) return 'The file of the store is damaged: stop, and put back a backup.';
  if (plain(errcode) === SQLITE_FULL) return 'Make room on the disk of DATA_DIR.';
  return 'See that the disk of DATA_DIR is whole and can be written.';
}
