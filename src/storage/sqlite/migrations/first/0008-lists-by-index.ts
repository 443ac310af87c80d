/** Indexes for the list of conversations and its filters, in the list's order: the newest first. */
export const listsByIndex = /* sql */ `
DROP INDEX conversations_created;
CREATE INDEX conversations_listed ON conversations (created_at) WHERE merged_into IS NULL;
CREATE INDEX conversations_taken ON conversations (created_at) WHERE taken_at IS NOT NULL;
CREATE INDEX conversations_opted_out ON conversations (created_at)
  WHERE opted_out_at IS NOT NULL`;
