/**
 * What was heard of a part stands with the part, as JSON, the earliest first: it moves and is erased
 * with it. Callbacks of messages that no part stands for aren't kept.
 */
export const callbacksWithTheirPart = /* sql */ `
ALTER TABLE outbox ADD COLUMN heard TEXT;
UPDATE outbox SET heard = (
  SELECT json_group_array(json_object(
    'sid', sid, 'status', status, 'at', received_at, 'error', json(error)))
  FROM (SELECT * FROM status_callbacks WHERE sid = outbox.sid ORDER BY received_at))
WHERE sid IN (SELECT sid FROM status_callbacks);
DROP TABLE status_callbacks`;
