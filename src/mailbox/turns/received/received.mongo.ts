import type { ClientSession } from 'mongoose';
import { findableBy } from '../../../chat/messages/message.mongo.js';
import type { Collections } from '../../../storage/mongo/collections.js';
import type { ConversationRow } from '../../../storage/mongo/rows/conversation.js';
import type { MessageRow } from '../../../storage/mongo/rows/message.js';
import { isFresh, MOST_FOUND } from './late.js';
import type { Draft } from '../work.js';

/**
 * Notes that turns cover their messages, which are found by their words from now on. Returns, by the
 * turn's id, what is news of its conversation: what came in is, also where the process that took it in
 * died before it could say so.
 */
export async function cover(
  { messages }: Collections,
  drafts: Draft[],
  session: ClientSession,
): Promise<Map<string, News>> {
  const turnOf = new Map(drafts.flatMap(({ turnId, covers }) => covers.map((id) => [id, turnId])));
  const times = new Map(drafts.flatMap(({ acknowledged = [] }) => acknowledged));
  const which = { _id: { $in: [...turnOf.keys()] } };
  const rows = await messages.find(which, COVERED, { session }).lean<MessageRow[]>();
  const updates = rows.map(({ _id, text }) => ({
    updateOne: {
      filter: { _id },
      update: {
        $set: {
          turn_id: turnOf.get(_id),
          words: findableBy(text),
          ...acknowledgedIn(times.get(_id)),
        },
        $unset: { waiting: true },
      },
    },
  }));
  if (updates.length)
    await messages.collection.bulkWrite(updates as never[], { ordered: false, session });
  const covered = (id: string) => rows.filter(({ _id }) => turnOf.get(_id) === id);
  const turnIds = new Set(rows.map(({ _id }) => turnOf.get(_id)!));
  return new Map([...turnIds].map((id) => [id, newsOf(covered(id))]));
}

const acknowledgedIn = (ms?: number) => (ms === undefined ? {} : { acknowledged_ms: ms });

const COVERED = { text: 1, seq: 1, source: 1, created_at: 1 } as const;

/** What changes about a conversation, as fields of an update's pipeline. */
export type News = ReturnType<typeof newsOf>;

function newsOf(rows: MessageRow[]) {
  const { seq } = rows.reduce((one, other) => (other.seq.gt(one.seq) ? other : one));
  const isUnread = { $gt: [seq, '$read_seq'] };
  const written = rows.flatMap(({ source, created_at }) =>
    source === 'whatsapp' && created_at instanceof Date ? [created_at] : [],
  );
  return {
    unread: { $cond: [isUnread, true, '$unread'] },
    ...(written.length && {
      last_inbound_at: { $max: ['$last_inbound_at', ...written] },
      unreachable_at: unlessSince(written, '$unreachable_at'),
      unreachable_why: unlessSince(written, '$unreachable_why'),
      unreachable_code: unlessSince(written, '$unreachable_code'),
    }),
  } satisfies { [Field in keyof ConversationRow]?: object };
}

/** Who wrote since they were unreachable may be reached. */
function unlessSince(written: Date[], field: string) {
  const since = { $gt: [{ $max: written }, { $ifNull: ['$unreachable_at', written[0]] }] };
  return { $cond: [since, '$$REMOVE', field] };
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
