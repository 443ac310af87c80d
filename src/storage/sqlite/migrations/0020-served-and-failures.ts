/**
 * Counts how often a curated answer was given. Lists failures by their kind, and the questions of
 * the chat API, by an index: the latter have no turn. Failures of a kind are counted in the index.
 */
export const servedAndFailures = /* sql */ `
ALTER TABLE curated_answers ADD COLUMN served INTEGER NOT NULL DEFAULT 0;
ALTER TABLE curated_answers ADD COLUMN last_served_at INTEGER;

CREATE INDEX turns_dead ON turns (seq, conversation_id)
  WHERE failed = 1 AND outcome = 'dead';
CREATE INDEX turns_uncertain ON turns (seq, conversation_id)
  WHERE failed = 1 AND outcome = 'uncertain';
CREATE INDEX turns_fallback ON turns (seq, conversation_id, outcome)
  WHERE failed = 1 AND IFNULL(outcome, '') NOT IN ('dead', 'uncertain');
CREATE INDEX messages_asked ON messages (seq) WHERE source = 'api' AND role = 'user'`;
