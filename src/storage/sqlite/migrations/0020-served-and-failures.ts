/**
 * Counts how often a curated answer was given. Lists failures by their kind, and the questions of
 * the chat API, by an index: the latter have no turn.
 */
export const servedAndFailures = /* sql */ `
ALTER TABLE curated_answers ADD COLUMN served INTEGER NOT NULL DEFAULT 0;
ALTER TABLE curated_answers ADD COLUMN last_served_at INTEGER;

-- Of a turn that an operator should look at: what it is listed as. Null for every other one.
ALTER TABLE turns ADD COLUMN failure TEXT AS (
  CASE WHEN failed = 1 THEN
    CASE WHEN outcome IN ('dead', 'uncertain') THEN outcome ELSE 'fallback' END
  END) VIRTUAL;
CREATE INDEX turns_failures ON turns (failure, seq, conversation_id) WHERE failure IS NOT NULL;
CREATE INDEX messages_asked ON messages (seq) WHERE source = 'api' AND role = 'user'`;
