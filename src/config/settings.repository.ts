/**
 * A few named texts (JSON) that are changed rarely and as a whole: the bot's configuration, the
 * check value of the secret key.
 */
export abstract class SettingsRepository {
  /** The text as it is now; undefined when there is none. */
  abstract find(name: string): Promise<string | undefined>;

  /**
   * Puts `after` in the place of `before` (undefined: where there is none).
   * False, and nothing changed, when it is no longer `before`.
   */
  abstract replace(name: string, before: string | undefined, after: string): Promise<boolean>;
}
