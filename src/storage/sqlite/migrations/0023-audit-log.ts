/** What was done by the admin API: rows are added, never changed. See `access/audit`. */
export const auditLog = /* sql */ `
CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  action TEXT,
  target TEXT,
  before TEXT NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX audit_log_by_id ON audit_log (id, kind);
CREATE INDEX audit_log_by_name ON audit_log (name, seq) WHERE kind = 'action';
CREATE INDEX audit_log_by_action ON audit_log (action, seq) WHERE kind = 'action';
CREATE INDEX audit_log_by_target ON audit_log (target, seq) WHERE kind = 'action';
CREATE TRIGGER audit_log_is_not_changed BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is added to, not changed'); END`;
