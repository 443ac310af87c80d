/** The store refused or couldn't be reached. Nothing was kept; the caller may try again. */
export class StorageError extends Error {
  override name = 'StorageError';
}
