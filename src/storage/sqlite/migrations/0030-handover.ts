/**
 * Why a sender waits for a person, when somebody is there again as they were told, and the latest step
 * of a conversation to a person or back. Whoever waits already had asked for it.
 */
export const handover = /* sql */ `
ALTER TABLE conversations ADD COLUMN waiting_reason TEXT;
ALTER TABLE conversations ADD COLUMN promised_at INTEGER;
ALTER TABLE conversations ADD COLUMN handover_step TEXT;
ALTER TABLE conversations ADD COLUMN handover_reason TEXT;
ALTER TABLE conversations ADD COLUMN handover_at INTEGER;
UPDATE conversations SET waiting_reason = 'asked' WHERE waiting_since IS NOT NULL`;
