/** What was decided of a person's reply as an answer to others who ask the same. */
export const suggestions = /* sql */ `
ALTER TABLE turns ADD COLUMN suggestion TEXT;
CREATE INDEX turns_to_suggest ON turns (seq) WHERE mode = 'person' AND suggestion IS NULL;
CREATE INDEX turns_of_people ON turns (conversation_id, seq) WHERE mode = 'person'`;
