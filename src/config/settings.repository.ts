import type { SettingChange } from './history/setting-change.js';

/**
 * Keeps a few named texts that change rarely and as a whole: the bot's configuration (JSON) and the
 * check value of the secret key.
 */
export abstract class SettingsRepository {
  /** The text as it is now; undefined when there is none. */
  abstract find(name: string): Promise<string | undefined>;

  /**
   * Replaces the text `before` by `after`; with `before` undefined it stores the first text. Returns
   * false, and changes nothing, when the stored text is not `before` any more. `changes`: what a person
   * changed by it, which is kept in the history in the same transaction.
   */
  abstract replace(
    name: string,
    before: string | undefined,
    after: string,
    changes?: SettingChange[],
  ): Promise<boolean>;
}
