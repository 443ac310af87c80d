/**
 * What a send of unknown outcome is looked for by in Twilio's list, and what the looks showed: the
 * address, sender and account of its attempt; the ids of former attempts, which aren't its own; when
 * to look next. And what else is known to Twilio by us: test messages, and since when our numbers
 * have told us of what comes in.
 */
export const reconciliation = /* sql */ `
ALTER TABLE outbox ADD COLUMN sent_to TEXT;
ALTER TABLE outbox ADD COLUMN sent_from TEXT;
ALTER TABLE outbox ADD COLUMN sent_by TEXT;
ALTER TABLE outbox ADD COLUMN former_sids TEXT;
ALTER TABLE outbox ADD COLUMN look_at INTEGER;
ALTER TABLE outbox ADD COLUMN evidence TEXT;
CREATE INDEX outbox_looks ON outbox (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX outbox_unsettled ON outbox (sent_to) WHERE look_at IS NOT NULL;
CREATE INDEX outbox_former ON outbox (sent_to) WHERE former_sids IS NOT NULL;

CREATE TABLE test_sends (
  id TEXT PRIMARY KEY,
  sent_to TEXT NOT NULL,
  sent_from TEXT NOT NULL,
  sent_by TEXT NOT NULL,
  body TEXT NOT NULL,
  sid TEXT,
  begun_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX test_sends_sid ON test_sends (sid);

CREATE TABLE twilio_numbers (
  account TEXT NOT NULL,
  number TEXT NOT NULL,
  first_webhook_at INTEGER NOT NULL,
  looked_until INTEGER,
  PRIMARY KEY (account, number)
) WITHOUT ROWID`;
