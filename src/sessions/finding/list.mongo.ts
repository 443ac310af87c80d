import { DEFAULT_LINE } from '../../config/lines/line.js';
import type { Collections } from '../../storage/mongo/collections.js';
import {
  type Conversation,
  type ConversationCursor,
  type ConversationFilter,
  type ConversationOrder,
  orderOf,
} from '../conversation.js';
import { conversationsOf } from '../conversation.mongo.js';
import { formsOf } from '../phones/forms.js';
import { sessionsOnAnyLine } from '../session-row.mongo.js';

const NEVER = { $exists: false } as const;
/** In the words of the index, which MongoDB uses for nothing else. */
const WAITS = { $type: 'date' } as const;

/** The orders of a list: by which time, and whether the latest comes first. */
const ORDERS = {
  activity: { time: 'activity_at', side: '$lt', direction: -1 },
  begun: { time: 'created_at', side: '$lt', direction: -1 },
  waiting: { time: 'waiting_since', side: '$gt', direction: 1 },
} as const satisfies Record<ConversationOrder, object>;

/** Implements `SessionRepository.conversations`. */
export async function listConversations(
  db: Collections,
  filter: ConversationFilter,
  limit: number,
  after?: ConversationCursor,
): Promise<Conversation[]> {
  const { waId } = filter;
  const sessions = waId && (await sessionsOnAnyLine(db, formsOf(waId)));
  if (sessions && !sessions.length) return [];
  const { time, direction } = ORDERS[orderOf(filter)];
  const rows = await db.conversations
    .find({
      ...conditionsOf(filter),
      ...(sessions && { $and: [{ _id: { $in: sessions.map((one) => one.conversationId) } }] }),
      ...(after && behind(orderOf(filter), after)),
    })
    .sort({ [time]: direction, _id: direction })
    .limit(limit)
    .lean();
  return conversationsOf(db, rows);
}

function conditionsOf(filter: ConversationFilter) {
  const { takenOver, optedOut, unreachable, unread, channel, line, ids } = filter;
  const waits = filter.waitingForPerson ?? (orderOf(filter) === 'waiting' || undefined);
  return {
    merged_into: NEVER,
    ...(takenOver !== undefined && { taken_at: { $exists: takenOver } }),
    ...(unreachable !== undefined && { unreachable_at: { $exists: unreachable } }),
    ...(optedOut !== undefined && { opted_out_at: { $exists: optedOut } }),
    ...(waits !== undefined && { waiting_since: waits ? WAITS : NEVER }),
    ...(unread !== undefined && { unread: unread ? true : NEVER }),
    // A row that a former version made has no channel until the first start is done with it.
    ...(channel && { channel: channel === 'api' ? ('api' as const) : { $ne: 'api' as const } }),
    ...(line !== undefined && { line: line === DEFAULT_LINE ? NEVER : line }),
    ...(ids && { _id: { $in: ids } }),
  };
}

function behind(order: ConversationOrder, { at, id }: ConversationCursor) {
  const { time, side } = ORDERS[order];
  const same = new Date(at);
  return { $or: [{ [time]: { [side]: same } }, { [time]: same, _id: { [side]: id } }] };
}
