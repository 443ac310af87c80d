import type { ConversationFilter } from './conversation.js';

/** Later than every time that is stored. */
export const LATEST = Number.MAX_SAFE_INTEGER;

/**
 * Returns what follows the columns in the query of a list: from where, which, and in what order. Its
 * parameters are `:at` and `:after`, the place behind which the list begins, and `:waId`.
 *
 * The conditions are written out, because SQLite finds an index only for what stands in the query,
 * not for what a parameter may switch off; and the index is named, because without statistics it
 * may prefer another one, and step over a million rows.
 */
export function listed(filter: ConversationFilter): string {
  const { takenOver, optedOut, waitingForPerson, waId } = filter;
  const conditions = [
    'merged_into IS NULL',
    presence('taken_at', takenOver),
    presence('opted_out_at', optedOut),
    presence('waiting_since', waitingForPerson),
    waId !== undefined && OF_ADDRESS,
    waitingForPerson ? '(waiting_since, id) > (:at, :after)' : '(created_at, id) < (:at, :after)',
  ].filter(Boolean);
  const order = waitingForPerson ? 'waiting_since, id' : 'created_at DESC, id DESC';
  return `FROM conversations ${index(filter)} WHERE ${conditions.join(' AND ')} ORDER BY ${order}`;
}

const OF_ADDRESS = 'id = (SELECT conversation_id FROM whatsapp_sessions WHERE wa_id = :waId)';

function presence(column: string, wanted: boolean | undefined): string | undefined {
  return wanted === undefined ? undefined : `${column} IS ${wanted ? 'NOT NULL' : 'NULL'}`;
}

/** The index with the fewest conversations that may be meant. */
function index({ takenOver, optedOut, waitingForPerson, waId }: ConversationFilter): string {
  if (waId !== undefined) return '';
  if (waitingForPerson) return 'INDEXED BY conversations_waiting';
  if (takenOver) return 'INDEXED BY conversations_taken';
  return `INDEXED BY ${optedOut ? 'conversations_opted_out' : 'conversations_listed'}`;
}
