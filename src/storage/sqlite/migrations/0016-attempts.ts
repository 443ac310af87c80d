/**
 * What the timeline of a message shows besides: the request that brought it and in how many
 * milliseconds that was acknowledged; how its answer was made; each attempt to send a part, and what
 * sets off the next one where it is no retry; and since when, and after how many failures, a mailbox
 * is worked on. All are JSON but for counts and times.
 */
export const attempts = /* sql */ `
ALTER TABLE messages ADD COLUMN acknowledged_ms INTEGER;
ALTER TABLE messages ADD COLUMN received TEXT;
ALTER TABLE turns ADD COLUMN made TEXT;
ALTER TABLE outbox ADD COLUMN set_off TEXT;
ALTER TABLE outbox ADD COLUMN attempt_log TEXT;
ALTER TABLE conversations ADD COLUMN claimed_at INTEGER;
ALTER TABLE conversations ADD COLUMN failures INTEGER`;
