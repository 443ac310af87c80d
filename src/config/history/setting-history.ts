import type { SettingChange } from './setting-change.js';

/** So many changes are kept, the newest. */
export const KEPT = 500;

/** A change as it is kept. Its id also is the cursor of the page that ends with it. */
export interface KeptChange extends SettingChange {
  id: string;
}

/**
 * Reads what was changed of the settings. It is written with the change itself, in one transaction: by
 * `SettingsRepository.replace`.
 */
export abstract class SettingHistory {
  /** The newest first. `next`: for the page after this one; null when this was the last. */
  abstract page(
    limit: number,
    cursor?: string,
  ): Promise<{ changes: KeptChange[]; next: string | null }>;
}
