/** What a model summed up of the earlier messages of a conversation. */
export const summaries = /* sql */ `
CREATE TABLE summaries (
  conversation_id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  message_id TEXT NOT NULL,
  until INTEGER NOT NULL
) WITHOUT ROWID`;
