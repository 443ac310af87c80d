/**
 * What was changed of the settings, by whom and when. `before` and `after` are JSON: the value in effect
 * and its source. Of a secret the value is not there.
 */
export const settingsHistory = /* sql */ `
CREATE TABLE settings_history (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  field TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
)`;
