/** Since when a mailbox was due when it was claimed: who is in work at a crash keeps that place. */
export const placeInLine = /* sql */ `
ALTER TABLE conversations ADD COLUMN due_since INTEGER`;
