/** The store refused or couldn't be reached. Nothing was kept; the caller may try again. */
export class StorageError extends Error {
  override name = 'StorageError';
}

/** The drivers of MongoDB throw their own errors: `MongoNetworkError` and its like. */
export function isStorageFailure(error: unknown): boolean {
  return (
    error instanceof StorageError || (error instanceof Error && error.name.startsWith('Mongo'))
  );
}
