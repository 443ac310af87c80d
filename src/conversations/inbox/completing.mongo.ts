import { findableBy } from '../../chat/messages/message.mongo.js';
import { senderWords } from '../../sessions/finding/sender-words.js';
import { addressIn } from '../../config/lines/line-address.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Timestamp } from '../../storage/mongo/rows/message.js';

/** The setting that says that the rows of former versions are complete. */
const DONE = 'inbox_rows_complete';

/** So many rows are completed together: others write in between. */
const AT_ONCE = 500;

/** Rows without this field are incomplete. */
const MISSING = { $exists: false } as const;

type Rows = Collections['messages']['collection'];
type Row = Record<string, any> & { _id: any };

/**
 * Gives the rows of former versions what the inbox lists and finds them by. It is done once, row by row,
 * by whoever comes first: several nodes at once write the same.
 */
export async function complete(db: Collections): Promise<void> {
  const settings = db.mongo.settings<boolean>();
  if (await settings.findOne({ _id: DONE })) return;
  const { conversations, sessions, messages } = db;
  await inBatches(conversations.collection, { channel: MISSING }, {}, (rows) =>
    completeConversations(db, rows),
  );
  await inBatches(sessions.collection, { words: MISSING }, {}, (rows) =>
    setAll(sessions.collection, rows, ({ wa_id, profile_name }) => ({
      words: senderWords(addressIn(wa_id), profile_name),
    })),
  );
  const covered = { words: MISSING, waiting: MISSING };
  await inBatches(messages.collection, covered, { text: 1 }, (rows) =>
    setAll(messages.collection, rows, ({ text }) => ({ words: findableBy(text) })),
  );
  const done = { $set: { name: DONE, value: true } };
  await settings.updateOne({ _id: DONE }, done, { upsert: true });
}

/** Walks the rows in the order of their ids. */
async function inBatches(
  rows: Rows,
  which: object,
  projection: object,
  work: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let after: object = {}; ;) {
    const find = rows.find({ ...which, ...after } as object, { projection });
    const some = await find.sort({ _id: 1 }).limit(AT_ONCE).toArray();
    if (some.length) await work(some);
    if (some.length < AT_ONCE) return;
    after = { _id: { $gt: some.at(-1)!._id } };
  }
}

function setAll(rows: Rows, some: Row[], of: (row: Row) => object): Promise<unknown> {
  const operations = some.map((row) => ({
    updateOne: { filter: { _id: row._id }, update: { $set: of(row) } },
  }));
  return rows.bulkWrite(operations as never[], { ordered: false });
}

/** What is known of a conversation's messages. */
interface Known {
  _id: string;
  seq: Timestamp;
  at: Date;
  source: 'whatsapp' | 'api';
  inbound: Date | null;
}

/** What came in before counts as read. */
async function completeConversations(db: Collections, rows: Row[]): Promise<void> {
  const isInbound = { $and: [{ $eq: ['$role', 'user'] }, { $eq: ['$source', 'whatsapp'] }] };
  const known = await db.messages.aggregate<Known>([
    { $match: { conversation_id: { $in: rows.map(({ _id }) => _id) } } },
    {
      $group: {
        _id: '$conversation_id',
        seq: { $max: '$seq' },
        at: { $max: '$created_at' },
        source: { $max: '$source' },
        inbound: { $max: { $cond: [isInbound, '$created_at', null] } },
      },
    },
  ]);
  const byId = new Map(known.map((one) => [one._id, one]));
  const operations = rows.map(({ _id }) => ({
    updateOne: { filter: { _id, channel: MISSING }, update: [{ $set: setOf(byId.get(_id)) }] },
  }));
  await db.conversations.collection.bulkWrite(operations as never[], { ordered: false });
}

function setOf(known: Known | undefined): object {
  const later = (field: string, at: unknown) => ({ $max: [`$${field}`, at] });
  return {
    channel: known?.source ?? 'whatsapp',
    activity_at: later('activity_at', known?.at ?? '$created_at'),
    ...(known?.inbound && { last_inbound_at: later('last_inbound_at', known.inbound) }),
    ...(known && { read_seq: known.seq }),
  };
}
