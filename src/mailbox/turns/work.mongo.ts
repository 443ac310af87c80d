import { type MessageRow } from '../../storage/mongo/rows/message.js';
import { SHOWN, toMessage } from '../../chat/messages/message.mongo.js';
import { MOST_EARLIER } from '../../chat/messages/earlier.js';
import { toSummary } from '../../chat/messages/summary.mongo.js';
import type { Collections } from '../../storage/mongo/collections.js';
import type { ConversationRow } from '../../storage/mongo/rows/conversation.js';
import type { OutboxRow } from '../../storage/mongo/rows/outbox.js';
import type { TurnRow } from '../../storage/mongo/rows/turn.js';
import type { Claim } from '../queue/queue.store.js';
import { lastInboundAt } from './received/received.mongo.js';
import { toTurn } from './turn-row.mongo.js';
import { MOST_WAITING, type Work } from './work.js';

type MailboxRow = ConversationRow & {
  now: Date;
  merging: unknown[];
  unsettled: (TurnRow & { parts: OutboxRow[] })[];
  waiting: MessageRow[];
  earlier: MessageRow[];
};

/**
 * Reads claimed mailboxes with one command; null for a claim that is lost. The mailbox's row is read
 * before everything else: a message that arrives later raises the row's `wakes`, so that the release
 * sees that this visit didn't know of it.
 */
export async function readWork(db: Collections, claims: Claim[]): Promise<(Work | null)[]> {
  const ids = claims.map(({ conversationId }) => conversationId);
  // The driver's own: Mongoose would look at each stage.
  const found = db.conversations.collection.aggregate<MailboxRow>([
    { $match: { _id: { $in: ids } } },
    { $set: { now: '$$NOW' } },
    ...CONTENTS,
  ]);
  const rows = await found.toArray();
  const byId = new Map(rows.map((row) => [row._id, row]));
  return Promise.all(
    claims.map(({ conversationId, token }) => {
      const row = byId.get(conversationId);
      return row?.token === token ? workOf(db, row) : null;
    }),
  );
}

/** What is in a mailbox, read in this order: a merged one is due as long as it isn't empty. */
const CONTENTS = [
  {
    $lookup: {
      from: 'conversations',
      localField: '_id',
      foreignField: 'merged_into',
      pipeline: [
        { $match: { due_at: { $type: 'date' } } },
        { $limit: 1 },
        { $project: { _id: 1 } },
      ],
      as: 'merging',
    },
  },
  of('turns', 'unsettled', [{ $match: { outcome: null } }, { $sort: { seq: 1 } }, partsOfEach()]),
  of('messages', 'waiting', [
    { $match: { waiting: true } },
    { $sort: { seq: 1 } },
    { $limit: MOST_WAITING },
    { $project: { received: 0 } },
  ]),
  of('messages', 'earlier', [
    { $match: { waiting: { $exists: false } } },
    { $sort: { seq: -1 } },
    { $limit: MOST_EARLIER },
    { $project: SHOWN },
  ]),
];

function of(from: string, as: string, pipeline: object[]) {
  const [localField, foreignField] = ['_id', 'conversation_id'];
  return { $lookup: { from, localField, foreignField, pipeline, as } };
}

function partsOfEach() {
  return { $lookup: { from: 'outbox', localField: '_id', foreignField: 'turn_id', as: 'parts' } };
}

async function workOf(db: Collections, row: MailboxRow): Promise<Work> {
  const { unsettled, waiting, earlier, merging, summary } = row;
  const [first] = unsettled;
  return {
    turn: first && toTurn(first, first.parts),
    unsettled: unsettled.length,
    waiting: waiting.map(toMessage),
    waitingInAll: waiting.length < MOST_WAITING ? waiting.length : await countIn(db, row._id),
    wakes: row.wakes,
    window: row.window,
    line: row.line,
    mergedInto: row.merged_into,
    awaitsMerge: merging.length > 0,
    takenOver: !!row.taken_at,
    waitingSince: row.waiting_since?.getTime(),
    optedOut: !!row.opted_out_at,
    lastInboundAt: latestIn(row) ?? (await lastInboundAt(db, row._id)),
    earlier: {
      messages: earlier.map(toMessage).reverse(),
      ...(summary && { summary: toSummary(summary) }),
    },
    now: row.now.getTime(),
  };
}

function countIn(db: Collections, conversation_id: string): Promise<number> {
  return db.messages.countDocuments({ waiting: true, conversation_id });
}

/** A message that has just been stored may not be in the conversation's row yet. */
function latestIn({ last_inbound_at, waiting }: MailboxRow): number | undefined {
  const written = waiting.filter(({ source }) => source === 'whatsapp');
  const times = [last_inbound_at, ...written.map(({ created_at }) => created_at)];
  const known = times.flatMap((at) => (at ? at.getTime() : []));
  return known.length ? Math.max(...known) : undefined;
}
