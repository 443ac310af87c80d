import mongoose from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { ConversationRow } from '../../storage/mongo/rows/conversation.js';
import type { Timestamp } from '../../storage/mongo/rows/message.js';
import type { TurnRow } from '../../storage/mongo/rows/turn.js';
import { ENDED_ILL, ENDED_WELL } from '../targets/news-type.js';
import { type EndedTurn, type News, ofHold, ofMessage, ofStep, ofTurn } from './keyed-news.js';

/** So many rows are read together. */
const TOGETHER = 500;
/**
 * Milliseconds: no turn that was made so long before comes to its outcome, but for one that failed. A
 * text waits for a day at most, and so does a template, behind one that waited as long.
 */
const LONGEST_MS = 48 * 3_600_000;

type Turn = Pick<TurnRow, '_id' | 'seq' | 'conversation_id' | 'answer' | 'created_at'> & {
  outcome: string | null;
  settled_at?: Date;
};
const OF_TURN = {
  seq: 1,
  conversation_id: 1,
  answer: 1,
  created_at: 1,
  outcome: 1,
  settled_at: 1,
} as const;

/**
 * The news since a time, read from the rows as they are by now: what came in, what turns came to, and
 * the latest step of each conversation to a person or back. What was undone since has left nothing to
 * read. All of it goes by indexes, in batches.
 */
export async function* newsSince(
  db: Collections,
  since: Date,
  together = TOGETHER,
): AsyncGenerator<News[]> {
  // What waits is read before the turns: what is covered in between is found there.
  yield* waitingSince(db, since, together);
  yield* turnsSince(db, since, together);
  yield* failedSince(db, since, together);
  yield* stepsSince(db, since, together);
  yield (await db.accountHold.find({ since: { $gt: since } }).lean()).map(ofHold);
}

/** What came in, and waits for its turn. */
async function* waitingSince(db: Collections, since: Date, together: number) {
  let after = placeAt(since);
  for (;;) {
    const which = { waiting: true, seq: { $gt: after } };
    const rows = await messagesIn(db, which).sort({ seq: 1 }).limit(together);
    yield rows.map(received);
    if (rows.length < together) return;
    after = rows.at(-1)!.seq;
  }
}

/** The turns since, and what they cover: both lie behind where the turns begin. */
async function* turnsSince(db: Collections, since: Date, together: number) {
  let after = placeAt(new Date(since.getTime() - LONGEST_MS));
  for (;;) {
    const which = { seq: { $gt: after } };
    const find = db.turns.find(which, OF_TURN).sort({ seq: 1 }).limit(together);
    const turns = await find.lean<Turn[]>();
    const turn_id = { $in: turns.map(({ _id }) => _id) };
    const covered = await messagesIn(db, { turn_id, seq: { $gt: placeAt(since) } });
    yield [...covered.map(received), ...turns.filter(endedSince(since)).map(ofTurn)];
    if (turns.length < together) return;
    after = turns.at(-1)!.seq;
  }
}

/** What failed, however old it is: a person has tried it again. */
async function* failedSince(db: Collections, since: Date, together: number) {
  let seq: object = { $lte: placeAt(new Date(since.getTime() - LONGEST_MS)) };
  for (;;) {
    const find = db.turns.find({ failed: true, seq }, OF_TURN).sort({ seq: -1 }).limit(together);
    const turns = await find.lean<Turn[]>();
    yield turns.filter(endedSince(since)).map(ofTurn);
    if (turns.length < together) return;
    seq = { $lt: turns.at(-1)!.seq };
  }
}

async function* stepsSince(db: Collections, since: Date, together: number) {
  let after = since;
  const seen = new Set<string>();
  for (;;) {
    const which = { handover_at: { $gte: after }, merged_into: { $exists: false } };
    const find = db.conversations.find(which).sort({ handover_at: 1 }).limit(together);
    const rows = (await find.lean<ConversationRow[]>()).filter(({ _id }) => !seen.has(_id));
    for (const { _id } of rows) seen.add(_id);
    yield rows.flatMap((row) => stepsOf(row, since));
    if (!rows.length) return;
    after = rows.at(-1)!.handover_at!;
  }
}

function stepsOf(row: ConversationRow, since: Date): News[] {
  const { _id, waiting_since, taken_at, handover_step, handover_at } = row;
  return [
    ...(waiting_since && waiting_since > since
      ? [ofStep('conversation.waiting', _id, waiting_since)]
      : []),
    ...(taken_at && taken_at > since ? [ofStep('conversation.taken_over', _id, taken_at)] : []),
    ...(handover_step === 'released' && !waiting_since && !taken_at
      ? [ofStep('conversation.released', _id, handover_at!)]
      : []),
  ];
}

/** A turn that ended well when it was made sent nothing. */
function endedSince(since: Date) {
  return (turn: Turn): turn is Turn & EndedTurn => {
    const { outcome, answer, created_at, settled_at } = turn;
    if (!outcome || !settled_at || settled_at <= since) return false;
    if (ENDED_ILL.includes(outcome)) return true;
    return ENDED_WELL.includes(outcome) && answer !== undefined && +settled_at > +created_at;
  };
}

interface Message {
  _id: string;
  conversation_id: string;
  seq: Timestamp;
  created_at: Date;
}

function messagesIn({ messages }: Collections, which: object) {
  const theirs = { ...which, role: 'user', source: 'whatsapp' } as const;
  return messages.find(theirs, { conversation_id: 1, seq: 1, created_at: 1 }).lean<Message[]>();
}

function received({ _id, conversation_id, created_at }: Message): News {
  return ofMessage(_id, conversation_id, created_at);
}

/** The place in the order of what is stored, by the server's clock. */
function placeAt(time: Date): Timestamp {
  return new mongoose.mongo.Timestamp({ t: Math.floor(time.getTime() / 1000), i: 0 });
}
