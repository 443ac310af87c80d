/** Since when a sender waits for a person, and an index to list those who wait, longest first. */
export const waitingForAPerson = /* sql */ `
ALTER TABLE conversations ADD COLUMN waiting_since INTEGER;
CREATE INDEX conversations_waiting ON conversations (waiting_since)
  WHERE waiting_since IS NOT NULL`;
