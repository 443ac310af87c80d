import type { Told } from './told.js';

/** Tells what changes in the store: once it is durable, in order, and on each node. */
export abstract class StoreChanges {
  /**
   * Resolves once no change is missed from then on, with the function that ends it. `lost` is called
   * when changes may have been missed after all. Rejects with a `StorageError` while the store is away.
   */
  abstract watch(tell: (told: Told) => void, lost: () => void): Promise<() => void>;
}
