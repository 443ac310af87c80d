/** The store failed or couldn't be reached. The caller may try again. */
export class StorageError extends Error {
  override name = 'StorageError';
  /** The result code, if SQLite failed (https://www.sqlite.org/rescode.html). */
  errcode?: number;
}

/**
 * Tells failures of the store, and errors of MongoDB's driver such as `MongoNetworkError`. Not what was
 * thrown while a write was made ready: that comes again with the same message, however well the store is.
 */
export function isStorageFailure(error: unknown): error is Error {
  if (error instanceof StorageError) return true;
  return error instanceof Error && causeOf(error).name.startsWith('Mongo');
}

/** The driver wraps whatever ends a write of many rows: a lost connection, and what isn't its own, too. */
function causeOf(error: Error): Error {
  const { errorResponse } = error as { errorResponse?: unknown };
  return error.name === 'MongoBulkWriteError' && errorResponse instanceof Error
    ? errorResponse
    : error;
}

const SQLITE_FULL = 13;
export const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** The driver's errors when a connection was lost; one that hangs is another thing. */
const CUT = ['MongoNetworkError', 'MongoPoolClearedError'];

/** Tells whether a connection to MongoDB was lost, and what was asked by it may have been done. */
export function wasCut(error: unknown): boolean {
  return error instanceof Error && CUT.includes(causeOf(error).name);
}

/** The driver's errors for what the server itself refused. */
const REFUSED = ['MongoServerError', 'MongoBulkWriteError'];

/** Tells whether MongoDB's server refused an operation, and so could be reached. */
export function wasRefused(error: Error): boolean {
  return REFUSED.includes(causeOf(error).name);
}

/** Tells whether SQLite says that its file is damaged. */
export function isDamage(errcode: number | undefined): boolean {
  return [SQLITE_CORRUPT, SQLITE_NOTADB].includes(plain(errcode ?? 0));
}

/** Returns the primary result code, which is the lowest byte of an extended one. */
function plain(errcode: number): number {
  return errcode & 0xff;
}

/**
 * Returns what an operator should do about a failure of the store. No restart is needed after it.
 */
export function cureOf(error: Error): string {
  const { errcode } = error as StorageError;
  if (wasRefused(error)) return "See MongoDB's own log.";
  if (errcode === undefined) return 'See that MongoDB runs, and that MONGODB_URI is its address.';
  if (isDamage(errcode)) return 'The file of the store is damaged: stop, and put back a backup.';
  if (plain(errcode) === SQLITE_FULL) return 'Make room on the disk of DATA_DIR.';
  return 'See that the disk of DATA_DIR is whole and can be written.';
}
