/**
 * What a part goes out as, where it is no plain text; since when WhatsApp takes no text from us for a
 * sender; for which of a sender's last messages it was decided whether a follow-up is sent; and the
 * resources that were made at Twilio for what can be tapped, under what they are made of.
 */
export const templates = /* sql */ `
ALTER TABLE outbox ADD COLUMN content TEXT;
ALTER TABLE conversations ADD COLUMN window_refused_at INTEGER;
ALTER TABLE conversations ADD COLUMN followed_up_for INTEGER;
CREATE INDEX conversations_last_inbound ON conversations (last_inbound_at)
  WHERE last_inbound_at IS NOT NULL;
CREATE TABLE content_resources (
  account TEXT NOT NULL,
  hash TEXT NOT NULL,
  sid TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account, hash)
)`;
