/**
 * Creates the list of erasures under way, which go on after a crash. `merged_into` is the
 * conversation that an erased one was merged into, or itself: all of them are erased together.
 */
export const erasures = /* sql */ `
CREATE TABLE erasures (
  conversation_id TEXT PRIMARY KEY,
  merged_into TEXT NOT NULL
) WITHOUT ROWID`;
