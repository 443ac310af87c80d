import { randomUUID } from 'node:crypto';
import type { Database } from '../../storage/sqlite/database.js';
import { addressesIn } from '../session-row.sqlite.js';
import type { ConsentNews, ConsentRecord } from './consent-record.js';

const COLUMNS = `seq, id, conversation_id AS conversationId, kind, at, by, address, words,
  message_id AS messageId, opt_out_type AS optOutType, code, call, reason, person,
  erased_at AS erasedAt`;

/** Adds to the record of consent, in the transaction that changes the state. */
export function noteConsent(db: Database, conversationId: string, news: ConsentNews): void {
  const { kind, by, words, messageId, optOutType, code, call, reason } = news;
  db.run(
    `INSERT INTO consent_records (id, conversation_id, kind, at, by, address, words, message_id,
       opt_out_type, code, call, reason)
     VALUES (:id, :conversationId, :kind, :now, :by, :address, :words, :messageId, :optOutType, :code,
       :call, :reason)`,
    {
      id: randomUUID(),
      conversationId,
      kind,
      now: db.now(),
      by,
      address: addressesIn(db, conversationId)[0] ?? null,
      words: words ?? null,
      messageId: messageId ?? null,
      optOutType: optOutType ?? null,
      code: code ?? null,
      call: call ?? null,
      reason: reason ?? null,
    },
  );
}

/** Returns records in their order, behind `after`: of one conversation and what it took in, or all. */
export function consentRecords(
  db: Database,
  limit: number,
  after = '0',
  conversationId?: string,
): ConsentRecord[] {
  const theirs = `AND conversation_id IN
    (SELECT id FROM conversations WHERE id = :conversationId OR merged_into = :conversationId)`;
  const rows = db.all(
    `SELECT ${COLUMNS} FROM consent_records WHERE seq > :after ${conversationId ? theirs : ''}
     ORDER BY seq LIMIT :limit`,
    { after: Number(after), limit, ...(conversationId && { conversationId }) },
  );
  return rows.map((row) => {
    const given = Object.entries(row).filter(([, value]) => value !== null);
    return { ...Object.fromEntries(given), seq: String(row.seq) } as unknown as ConsentRecord;
  });
}
