import { ACCOUNT } from '../../mailbox/holds/hold.store.js';
import type { Database } from '../../storage/sqlite/database.js';
import { ENDED_ILL, ENDED_WELL, type NewsType } from './news-type.js';

/** What a trigger tells of a row. */
interface Told {
  type: NewsType;
  on: string;
  when?: string;
  conversation?: string;
  about?: string;
  facts?: string;
}

const list = (values: string[]) => `(${values.map((value) => `'${value}'`).join(', ')})`;
const WELL = list(ENDED_WELL);
const ILL = list(ENDED_ILL);
const OF_TURN = { conversation: 'NEW.conversation_id', about: 'NEW.id' };
const OUTCOME = `json_object('outcome', NEW.outcome)`;

/** The line that was held; null: it was the account. */
const lineOf = (row: string) => `nullif(${row}.id, '${ACCOUNT}')`;

/** All that is told of, read from the writes themselves: whoever makes them, none is forgotten. */
const TOLD: Told[] = [
  {
    type: 'message.received',
    on: 'INSERT ON main.messages',
    when: `NEW.role = 'user' AND NEW.source = 'whatsapp'`,
    ...OF_TURN,
  },
  {
    type: 'message.answered',
    on: 'UPDATE OF outcome ON main.turns',
    when: `NEW.outcome IN ${WELL} AND NEW.answer IS NOT NULL AND OLD.outcome IS NOT NEW.outcome`,
    ...OF_TURN,
    facts: OUTCOME,
  },
  {
    type: 'message.failed',
    on: 'UPDATE OF outcome ON main.turns',
    when: `NEW.outcome IN ${ILL} AND OLD.outcome IS NOT NEW.outcome`,
    ...OF_TURN,
    facts: OUTCOME,
  },
  {
    type: 'message.failed',
    on: 'INSERT ON main.turns',
    when: `NEW.outcome IN ${ILL}`,
    ...OF_TURN,
    facts: OUTCOME,
  },
  {
    type: 'conversation.waiting',
    on: 'UPDATE OF waiting_since ON main.conversations',
    when: 'OLD.waiting_since IS NULL AND NEW.waiting_since IS NOT NULL',
    conversation: 'NEW.id',
  },
  {
    type: 'conversation.taken_over',
    on: 'UPDATE OF taken_at ON main.conversations',
    when: 'OLD.taken_at IS NULL AND NEW.taken_at IS NOT NULL',
    conversation: 'NEW.id',
  },
  {
    type: 'conversation.released',
    on: 'UPDATE OF taken_at, waiting_since ON main.conversations',
    when: `COALESCE(OLD.taken_at, OLD.waiting_since) IS NOT NULL AND NEW.taken_at IS NULL
      AND NEW.waiting_since IS NULL AND NEW.merged_into IS NULL`,
    conversation: 'NEW.id',
  },
  {
    type: 'account.held',
    on: 'INSERT ON main.account_hold',
    facts: `json_object('line', ${lineOf('NEW')}, 'code', NEW.code, 'message', NEW.message,
      'action', NEW.action)`,
  },
  {
    type: 'account.resumed',
    on: 'DELETE ON main.account_hold',
    facts: `json_object('line', ${lineOf('OLD')})`,
  },
];

const HEX = (bytes: number) => `lower(hex(randomblob(${bytes})))`;
const UUID = `${HEX(4)} || '-' || ${HEX(2)} || '-4' || substr(${HEX(2)}, 2) || '-8' ||
  substr(${HEX(2)}, 2) || '-' || ${HEX(6)}`;

const TRIGGERS = TOLD.map(({ type, on, when, conversation, about, facts }, n) => ({
  name: `announce_${n}`,
  sql: `AFTER ${on} ${when ? `WHEN ${when}` : ''} BEGIN
    INSERT INTO announcements (id, target_id, type, conversation_id, about, facts, happened_at)
    SELECT ${UUID}, id, '${type}', ${conversation ?? 'NULL'}, ${about ?? 'NULL'},
      ${facts ?? `'{}'`}, CAST(unixepoch('subsec') * 1000 AS INTEGER)
    FROM announcement_targets WHERE enabled = 1 AND instr(types, '"${type}"') > 0;
    SELECT announced();
  END`,
}));

/**
 * Has each write tell its news in its own transaction, as long as anybody is to be told; else nothing
 * is done at any write. The triggers are this connection's own, which alone writes.
 */
export function listenIfWanted(db: Database): void {
  db.define('announced', () => db.publish('announced', { announced: true }));
  const wanted = db.get('SELECT 1 FROM announcement_targets WHERE enabled = 1');
  for (const { name, sql } of TRIGGERS)
    db.exec(
      wanted
        ? `CREATE TEMP TRIGGER IF NOT EXISTS ${name} ${sql}`
        : `DROP TRIGGER IF EXISTS temp.${name}`,
    );
}
