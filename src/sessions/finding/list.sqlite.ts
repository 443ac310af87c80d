import { DEFAULT_LINE } from '../../config/lines/line.js';
import {
  type ConversationCursor,
  type ConversationFilter,
  type ConversationOrder,
  orderOf,
} from '../conversation.js';

/** Later than every time that is stored. */
const LATEST = Number.MAX_SAFE_INTEGER;

const TIMES: Record<ConversationOrder, string> = {
  activity: 'activity_at',
  begun: 'created_at',
  waiting: 'waiting_since',
};

/**
 * Returns what follows the columns in the query of a list: from where, which, and in what order. Its
 * parameters are `:line`, `:at` and `:after`, the place behind which the list begins, `:forms` and
 * `:ids`.
 *
 * The conditions are written out, because SQLite finds an index only for what stands in the query,
 * not for what a parameter may switch off; and the index is named, because without statistics it
 * may prefer another one, and step over a million rows.
 */
export function listed(filter: ConversationFilter): string {
  const { takenOver, optedOut, waitingForPerson, unread, channel, line, waId, ids } = filter;
  const time = TIMES[orderOf(filter)];
  const [behind, direction] = isEarliestFirst(filter) ? ['>', 'ASC'] : ['<', 'DESC'];
  const conditions = [
    'merged_into IS NULL',
    presence('taken_at', takenOver),
    presence('opted_out_at', optedOut),
    presence('unreachable_at', filter.unreachable),
    presence('waiting_since', waitingForPerson ?? (time === 'waiting_since' || undefined)),
    unread !== undefined && (unread ? 'unread = 1' : 'unread IS NULL'),
    channel && `channel = '${channel === 'api' ? 'api' : 'whatsapp'}'`,
    line !== undefined && (line === DEFAULT_LINE ? 'line IS NULL' : 'line = :line'),
    waId !== undefined && OF_ADDRESS,
    ids && 'id IN (SELECT value FROM json_each(:ids))',
    `(${time}, id) ${behind} (:at, :after)`,
  ].filter(Boolean);
  return `FROM conversations ${index(filter)} WHERE ${conditions.join(' AND ')}
    ORDER BY ${time} ${direction}, id ${direction}`;
}

/** The place behind which a list begins: in front of all, where no page came before. */
export function placeOf(filter: ConversationFilter, after?: ConversationCursor) {
  const first = isEarliestFirst(filter) ? 0 : LATEST;
  return { at: after?.at ?? first, after: after?.id ?? '' };
}

function isEarliestFirst(filter: ConversationFilter): boolean {
  return orderOf(filter) === 'waiting';
}

/** One address may have a conversation on each line, and several forms: `:forms`. */
const OF_ADDRESS = `id IN (${[
  'wa_id = value',
  // What is kept on another line than the default one: see `LineAddress`.
  'wa_id > value || char(31) AND wa_id < value || char(32)',
]
  .map(
    (is) => `SELECT conversation_id FROM json_each(:forms) CROSS JOIN whatsapp_sessions ON ${is}`,
  )
  .join(' UNION ALL ')})`;

function presence(column: string, wanted: boolean | undefined): string | undefined {
  return wanted === undefined ? undefined : `${column} IS ${wanted ? 'NOT NULL' : 'NULL'}`;
}

/** The index with the fewest conversations that may be meant, in the order of the list. */
function index(filter: ConversationFilter): string {
  const { takenOver, optedOut, waitingForPerson, unread, channel, line, waId, ids } = filter;
  if (waId !== undefined || ids) return '';
  const order = orderOf(filter);
  if (order === 'waiting') return 'INDEXED BY conversations_waiting';
  const begun = order === 'begun';
  const of = (name: string, former = `begun_${name}`) =>
    `INDEXED BY conversations_${begun ? former : `active_${name}`}`;
  if (waitingForPerson) return of('waiting');
  if (takenOver) return of('taken', 'taken');
  if (channel === 'api') return of('api');
  if (filter.unreachable) return of('unreachable');
  if (optedOut) return of('opted_out', 'opted_out');
  if (line !== undefined && line !== DEFAULT_LINE) return of('line');
  // In both orders: SQLite would write a second index anew with each message that is accepted.
  if (unread) return of('unread', 'active_unread');
  return `INDEXED BY conversations_${begun ? 'listed' : 'active'}`;
}
