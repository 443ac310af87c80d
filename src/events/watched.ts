import type { EventName } from './told.js';

/** What is told of a table's rows: its name and its columns' are the same in both stores. */
export interface Watched {
  table: string;
  tells: EventName;
  /** An update is told when it changes one of these. */
  columns: string[];
  /** `insert if set`: of a row that comes with one of these columns set. */
  on: ('insert' | 'insert if set' | 'delete')[];
  /** The column that names what is told of, where it isn't the row's own id. */
  named?: 'conversation_id';
  /** The only row that is told of. */
  only?: string;
}

/**
 * All that is told of. It is read from the store's own writes, so that nothing that happens is
 * forgotten, whichever part of the program, or of another node, makes it happen. To tell of more, add
 * a line.
 */
export const WATCHED: Watched[] = [
  {
    table: 'conversations',
    tells: 'conversation',
    columns: [
      'taken_at',
      'opted_out_at',
      'unreachable_at',
      'waiting_since',
      'merged_into',
      'unread',
      'read_seq',
      'activity_at',
    ],
    on: ['insert', 'delete'],
  },
  { table: 'conversations', tells: 'handover', columns: ['handover_step', 'handover_at'], on: [] },
  {
    table: 'whatsapp_sessions',
    tells: 'conversation',
    named: 'conversation_id',
    columns: ['profile_name', 'conversation_id'],
    on: ['insert'],
  },
  { table: 'messages', tells: 'message', columns: ['details', 'turn_id'], on: ['insert'] },
  {
    table: 'outbox',
    tells: 'message',
    // Whatever else changes of a part changes the time.
    columns: ['state', 'status', 'updated_at'],
    on: ['insert'],
  },
  {
    table: 'turns',
    tells: 'conversation',
    named: 'conversation_id',
    columns: ['outcome'],
    on: ['insert'],
  },
  {
    table: 'turns',
    tells: 'failures',
    columns: ['failed'],
    on: ['insert if set', 'delete'],
  },
  // What is found out about a failed part.
  { table: 'outbox', tells: 'failures', columns: ['evidence'], on: [] },
  { table: 'settings', tells: 'settings', only: 'bot_config', columns: ['value'], on: ['insert'] },
  {
    table: 'documents',
    tells: 'knowledge',
    columns: ['revision', 'updated_at'],
    on: ['insert', 'delete'],
  },
  {
    table: 'curated_answers',
    tells: 'knowledge',
    columns: ['updated_at'],
    on: ['insert', 'delete'],
  },
  {
    table: 'account_hold',
    tells: 'account',
    columns: ['code', 'message', 'try_at', 'refusals'],
    on: ['insert', 'delete'],
  },
  { table: 'console_sessions', tells: 'signed_out', columns: [], on: ['delete'] },
];
