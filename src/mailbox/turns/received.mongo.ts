import type { ClientSession } from 'mongoose';
import { findableBy } from '../../chat/messages/message.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { ConversationRow } from '../../storage/mongo/rows/conversation.js';
import type { MessageRow } from '../../storage/mongo/rows/message.js';
import { isFresh, MOST_FOUND } from './late.js';
import type { Draft } from './work.js';

/**
 * Notes that a turn covers its messages, which are found by their words from now on, and what it changes
 * about the conversation. What came in is news there, also where the process that took it in died
 * before it could say so.
 */
export async function cover(
  { messages, conversations }: Collections,
  _id: string,
  { turnId, covers, answer, window, acknowledged }: Draft,
  session: ClientSession,
): Promise<void> {
  const which = { _id: { $in: covers } };
  const times = new Map(acknowledged);
  const rows = await messages.find(which, COVERED, { session }).lean<MessageRow[]>();
  const operations = rows.map((row) => ({
    updateOne: {
      filter: { _id: row._id },
      update: {
        $set: {
          turn_id: turnId,
          words: findableBy(row.text),
          ...acknowledgedIn(times.get(row._id)),
        },
        $unset: { waiting: true },
      },
    },
  }));
  if (operations.length)
    await messages.collection.bulkWrite(operations as never[], { ordered: false, session });
  const active = answer !== undefined && { activity_at: { $max: ['$activity_at', '$$NOW'] } };
  const set = { ...active, ...newsOf(rows), ...(window && { window: { $literal: window } }) };
  if (Object.keys(set).length)
    await conversations.updateOne({ _id }, [{ $set: set }], { session, updatePipeline: true });
}

const acknowledgedIn = (ms?: number) => (ms === undefined ? {} : { acknowledged_ms: ms });

const COVERED = { text: 1, seq: 1, source: 1, created_at: 1 } as const;

function newsOf(rows: MessageRow[]) {
  if (!rows.length) return {};
  const { seq } = rows.reduce((one, other) => (other.seq.gt(one.seq) ? other : one));
  const isUnread = { $gt: [seq, '$read_seq'] };
  const written = rows.flatMap(({ source, created_at }) =>
    source === 'whatsapp' && created_at instanceof Date ? [created_at] : [],
  );
  return {
    unread: { $cond: [isUnread, true, '$unread'] },
    ...(written.length && { last_inbound_at: { $max: ['$last_inbound_at', ...written] } }),
  } satisfies { [Field in keyof ConversationRow]?: object };
}

/** Returns when the first message that a turn answers was stored, in milliseconds since 1970. */
export async function receivedFor(
  { messages }: Collections,
  turn_id: string,
  session?: ClientSession,
): Promise<number | undefined> {
  const first = await messages
    .findOne({ turn_id, role: 'user' }, { created_at: 1 }, { session })
    .sort({ created_at: 1 })
    .lean();
  return first?.created_at.getTime();
}

/** Returns when a conversation's sender last wrote by WhatsApp, in milliseconds since 1970. */
export async function lastInboundAt(
  { messages }: Collections,
  conversation_id: string,
  session?: ClientSession,
): Promise<number | undefined> {
  const which = { conversation_id, role: 'user', source: 'whatsapp' } as const;
  const latestOf = async (most: number) => {
    const find = messages.find(which, { created_at: 1 }, { session });
    const rows = await find.sort({ seq: -1 }).limit(most).lean();
    return rows.length ? Math.max(...rows.map((row) => row.created_at.getTime())) : undefined;
  };
  const at = await latestOf(1);
  return at === undefined || isFresh(at, Date.now()) ? at : latestOf(MOST_FOUND);
}
